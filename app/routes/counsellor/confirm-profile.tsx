export default function ConfirmProfile() {
  return null
}
