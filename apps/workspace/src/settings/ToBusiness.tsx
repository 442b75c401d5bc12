import { Navigate } from '@solidjs/router'
import { useWorkspace } from '../app/workspace-context.ts'

/** The address of the settings opens their first part. */
export default function ToBusiness() {
  const { slug } = useWorkspace()
  return <Navigate href={`/w/${slug}/settings/business`} />
}
