export default function ToSort() {
  return null
}
