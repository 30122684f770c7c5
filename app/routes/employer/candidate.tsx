export default function Candidate() {
  return null
}
