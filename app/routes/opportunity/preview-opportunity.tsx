export default function PreviewOpportunity() {
  return null
}
