import { Navigate, useParams } from '@solidjs/router'

/** The address of a business opens its inbox. */
export default function ToInbox() {
  const params = useParams<{ slug: string }>()
  return <Navigate href={`/w/${params.slug}/inbox`} />
}
