export default function Mailbox() {
  return null
}
