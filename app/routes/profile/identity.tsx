export default function Identity() {
  return null
}
