export default function Education() {
  return null
}
