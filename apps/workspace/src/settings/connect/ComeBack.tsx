import { useNavigate } from '@solidjs/router'
import { onMount } from 'solid-js'
import { wayBack } from './way-back.ts'

/** Where providers send people back to: it reads of which business they are, and leads them on. */
export default function ComeBack() {
  const navigate = useNavigate()
  onMount(() => {
    const told = new URLSearchParams(location.search)
    const state = told.get('state') ?? ''
    const code = told.get('code')
    wayBack.keep(code === null ? { is: 'refused' } : { is: 'allowed', state, code })
    const slug = state.slice(0, state.indexOf('~'))
    navigate(/^[a-z0-9-]+$/.test(slug) ? `/w/${slug}/settings/mailboxes` : '/', { replace: true })
  })
  return null
}
