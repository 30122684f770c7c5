export default function Experience() {
  return null
}
