export default function EditSkills() {
  return null
}
