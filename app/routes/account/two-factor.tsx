export default function TwoFactor() {
  return null
}
