/** Where the bytes of a picture are. */
export function pictureAddress(slug: string, fileId: string) {
  return `/api/w/${slug}/files/${fileId}?inline`
}
