export default function ManageOpportunity() {
  return null
}
