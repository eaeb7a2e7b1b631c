import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../app/session/session.ts'
import { Page } from '../../app/shell/page.tsx'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { roleName } from './role-name.ts'
import { SignedInPlaces } from './signed-in-places.tsx'

const ChangePasswordDialog = lazy(() =>
  import('./change-password-dialog.tsx').then((part) => ({ default: part.ChangePasswordDialog })),
)
const SecondFactorDialog = lazy(() =>
  import('./second-factor-dialog.tsx').then((part) => ({ default: part.SecondFactorDialog })),
)

type Doing = 'password' | 'enrol' | 'remove'

/** What guards one's own account: password, second factor, where one is signed in. */
export function Screen() {
  const me = useSession().data
  const [doing, setDoing] = useState<Doing | null>(null)
  if (!me) return null
  const done = () => setDoing(null)
  return (
    <Page title={m.identity_account()}>
      <div className="grid max-w-4xl grid-cols-2 gap-4 max-lg:grid-cols-1">
        <Card className="col-span-full">
          <div className="flex items-center gap-3">
            <Avatar name={me.name} />
            <div className="min-w-0">
              <p className="truncate font-medium">{me.name}</p>
              <p className="text-sm text-quiet md:truncate">
                {[me.email, roleName(me.role as Parameters<typeof roleName>[0]), me.company.name]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </div>
        </Card>
        <Card title={m.identity_password()}>
          <p className="mb-3 text-sm text-quiet">{m.identity_password_about()}</p>
          <Button onClick={() => setDoing('password')}>{m.identity_change_password()}</Button>
        </Card>
        <Card
          title={m.identity_second_factor()}
          aside={
            <Badge tone={me.secondFactor ? 'tint' : 'outline'}>
              {me.secondFactor ? m.identity_second_on() : m.identity_second_off()}
            </Badge>
          }
        >
          <p className="mb-3 text-sm text-quiet">{m.identity_second_about()}</p>
          {me.secondFactor ? (
            <Button onClick={() => setDoing('remove')}>{m.identity_second_remove()}</Button>
          ) : (
            <Button look="primary" onClick={() => setDoing('enrol')}>
              {m.identity_second_begin()}
            </Button>
          )}
        </Card>
        <SignedInPlaces />
      </div>
      <Suspense>
        {doing === 'password' && <ChangePasswordDialog onClose={done} />}
        {(doing === 'enrol' || doing === 'remove') && (
          <SecondFactorDialog removing={doing === 'remove'} onClose={done} />
        )}
      </Suspense>
    </Page>
  )
}
