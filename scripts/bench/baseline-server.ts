// The least "post a message" can do: HTTP post, one insert committed, emit. No session, no right, no check.
import type { Server as HttpServer } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { Server } from 'socket.io'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 20 })
pool.on('error', () => {})
await pool.query('create schema if not exists bench')
await pool.query(`
  create table if not exists bench.message (
    id   bigint generated always as identity primary key,
    room integer not null,
    body text not null,
    at   timestamptz not null default now()
  )`)

const app = new Hono()
const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send?.({ port }),
) as HttpServer
const io = new Server(http, { serveClient: false, transports: ['websocket'] })
io.on('connection', (socket) => void socket.join('room'))

app.post('/messages', async (c) => {
  const { body } = await c.req.json<{ body: string }>()
  const insert = 'insert into bench.message (room, body) values (1, $1) returning id, at'
  const { rows } = await pool.query<{ id: string; at: Date }>({ name: 'post', text: insert, values: [body] })
  const message = { ...rows[0], body }
  io.to('room').emit('message', message)
  return c.json(message, 201)
})

process.on('disconnect', () => process.exit(0))
