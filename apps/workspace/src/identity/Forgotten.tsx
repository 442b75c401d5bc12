export default function Forgotten() {
  return null
}
