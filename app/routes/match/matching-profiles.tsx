export default function MatchingProfiles() {
  return null
}
