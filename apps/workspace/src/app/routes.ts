import type { RouteDefinition, RouteSectionProps } from '@solidjs/router'
import { lazy } from 'solid-js'
import type { Language } from './create-language.ts'
import type { Loading } from './lazy-with-words.ts'

/** The page most people open first: its code is asked for before anything else is known. */
export const Frame = lazy(() => import('./WorkspaceFrame.tsx'))
export const Inbox = lazy(() => import('../inbox/InboxPage.tsx'))

/** Every address and its page. All but the first come with words of their own. */
export function routesIn(language: Language): RouteDefinition[] {
  // Fetched before they are drawn, under the pointer, where no context says the language.
  const page = (load: Loading<RouteSectionProps>) =>
    lazy(async () => (await Promise.all([load(), language.learnPages()]))[0])
  return [
    { path: '/', component: lazy(() => import('./Start.tsx')) },
    { path: '/sign-in', component: page(() => import('../identity/SignIn.tsx')) },
    { path: '/new', component: page(() => import('../identity/NewBusiness.tsx')) },
    { path: '/forgotten', component: page(() => import('../identity/Forgotten.tsx')) },
    { path: '/reset/:token', component: page(() => import('../identity/ResetPassword.tsx')) },
    { path: '/invitation/:token', component: page(() => import('../identity/Invitation.tsx')) },
    { path: '/account', component: page(() => import('../identity/Account.tsx')) },
    { path: '/signed-in', component: lazy(() => import('../settings/connect/ComeBack.tsx')) },
    {
      path: '/w/:slug',
      component: Frame,
      children: [
        { path: '/', component: lazy(() => import('./ToInbox.tsx')) },
        // One definition for both, so that opening a conversation keeps the list as it is.
        { path: ['/inbox/:view?', '/inbox/c/:conversationId'], component: Inbox },
        { path: '/clients/:clientId', component: page(() => import('../clients/ClientPage.tsx')) },
        { path: '/account', component: page(() => import('../identity/AccountHere.tsx')) },
        { path: '/reminders', component: page(() => import('../inbox/reminders/RemindersPage.tsx')) },
        { path: '/post-office/:deliveryId?', component: page(() => import('../messaging/PostOffice.tsx')) },
        { path: '/to-sort/:mailId?', component: page(() => import('../messaging/ToSort.tsx')) },
        { path: '/spam/:mailId?', component: page(() => import('../messaging/Spam.tsx')) },
        {
          path: '/settings',
          component: page(() => import('../settings/SettingsFrame.tsx')),
          children: [
            { path: '/', component: lazy(() => import('../settings/ToBusiness.tsx')) },
            { path: '/business', component: page(() => import('../settings/Business.tsx')) },
            { path: '/members', component: page(() => import('../settings/Members.tsx')) },
            { path: '/mailboxes', component: page(() => import('../settings/Mailboxes.tsx')) },
            { path: '/templates', component: page(() => import('../templates/TemplatesPage.tsx')) },
            { path: '/client-fields', component: page(() => import('../clients/setup/ClientFields.tsx')) },
            { path: '/form', component: page(() => import('../forms/FormSettings.tsx')) },
            { path: '/backup', component: page(() => import('../settings/Backup.tsx')) },
          ],
        },
        { path: '/*', component: lazy(() => import('./Missing.tsx')) },
      ],
    },
    { path: '/*', component: lazy(() => import('./Missing.tsx')) },
  ]
}
