export default function NewProfile() {
  return null
}
