export default function SignInTwoFactor() {
  return null
}
