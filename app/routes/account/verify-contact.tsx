export default function VerifyContact() {
  return null
}
