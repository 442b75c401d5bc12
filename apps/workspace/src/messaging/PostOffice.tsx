export default function PostOffice() {
  return null
}
