export default function Skills() {
  return null
}
