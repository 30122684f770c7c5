export default function Opportunity() {
  return null
}
