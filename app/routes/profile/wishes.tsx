export default function Wishes() {
  return null
}
