export default function MyMatches() {
  return null
}
