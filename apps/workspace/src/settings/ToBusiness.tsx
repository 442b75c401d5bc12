export default function ToBusiness() {
  return null
}
