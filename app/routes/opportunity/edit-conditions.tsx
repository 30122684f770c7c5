export default function EditConditions() {
  return null
}
