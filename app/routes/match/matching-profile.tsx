export default function MatchingProfile() {
  return null
}
