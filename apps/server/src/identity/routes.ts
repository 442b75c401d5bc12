import { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'

export const identityRoutes = new Hono<AppEnv>()
