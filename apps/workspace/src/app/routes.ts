import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'

/** The page most people open first: its code is asked for before anything else is known. */
export const Frame = lazy(() => import('./WorkspaceFrame.tsx'))
export const Inbox = lazy(() => import('../inbox/InboxPage.tsx'))

const SettingsFrame = lazy(() => import('../settings/SettingsFrame.tsx'))

export const routes: RouteDefinition[] = [
  { path: '/', component: lazy(() => import('./Start.tsx')) },
  { path: '/sign-in', component: lazy(() => import('../identity/SignIn.tsx')) },
  { path: '/new', component: lazy(() => import('../identity/NewBusiness.tsx')) },
  { path: '/forgotten', component: lazy(() => import('../identity/Forgotten.tsx')) },
  { path: '/reset/:token', component: lazy(() => import('../identity/ResetPassword.tsx')) },
  { path: '/invitation/:token', component: lazy(() => import('../identity/Invitation.tsx')) },
  { path: '/account', component: lazy(() => import('../identity/Account.tsx')) },
  {
    path: '/w/:slug',
    component: Frame,
    children: [
      { path: '/', component: lazy(() => import('./ToInbox.tsx')) },
      // One definition for both, so that opening a conversation keeps the list as it is.
      { path: ['/inbox/:view?', '/inbox/c/:conversationId'], component: Inbox },
      { path: '/account', component: lazy(() => import('../identity/AccountHere.tsx')) },
      { path: '/post-office/:deliveryId?', component: lazy(() => import('../messaging/PostOffice.tsx')) },
      { path: '/to-sort/:mailId?', component: lazy(() => import('../messaging/ToSort.tsx')) },
      {
        path: '/settings',
        component: SettingsFrame,
        children: [
          { path: '/', component: lazy(() => import('../settings/ToBusiness.tsx')) },
          { path: '/business', component: lazy(() => import('../settings/Business.tsx')) },
          { path: '/members', component: lazy(() => import('../settings/Members.tsx')) },
          { path: '/mailboxes', component: lazy(() => import('../settings/Mailboxes.tsx')) },
        ],
      },
      { path: '/*', component: lazy(() => import('./Missing.tsx')) },
    ],
  },
  { path: '/*', component: lazy(() => import('./Missing.tsx')) },
]
