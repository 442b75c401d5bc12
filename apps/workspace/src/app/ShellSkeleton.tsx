import { AppShell } from '@comptoir/ui/AppShell'
import { BottomBar } from '@comptoir/ui/BottomBar'
import { Logo } from '@comptoir/ui/Logo'
import { SideNav } from '@comptoir/ui/SideNav'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { useLanguage } from './create-language.ts'

/** The frame before anything is known, so that nothing jumps when it is. */
export function ShellSkeleton() {
  const { t } = useLanguage()
  return (
    <AppShell
      nav={
        <SideNav label={t('shell.navigation')} head={<Logo />}>
          {null}
        </SideNav>
      }
      bottomBar={<BottomBar label={t('shell.navigation_phone')}>{null}</BottomBar>}
    >
      <SkeletonRows label={t('common.loading')} />
    </AppShell>
  )
}
