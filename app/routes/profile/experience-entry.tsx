export default function ExperienceEntry() {
  return null
}
