export default function SignInCode() {
  return null
}
