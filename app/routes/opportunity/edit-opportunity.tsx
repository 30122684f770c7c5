export default function EditOpportunity() {
  return null
}
