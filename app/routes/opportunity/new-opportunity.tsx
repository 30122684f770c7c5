export default function NewOpportunity() {
  return null
}
