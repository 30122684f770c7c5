export default function MyMatch() {
  return null
}
