import Fastify from 'fastify';
import pg from 'pg';
import { PAGE } from './facts.ts';

// The least that a server can do: one prepared join and JSON.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = Fastify();
app.post<{ Body: { region: string; status: string } }>('/queue', async (request) => {
  const { rows } = await pool.query({
    name: 'queue',
    text: `select a.id, a.number, a.status, a.subject, a.submitted_at as "submittedAt", r.name_ru as "regionName", t.name_ru as "topicName", d.sort_name as "deputyName"
      from appeal a join region r on r.code = a.region_code left join topic t on t.code = a.topic_code left join deputy d on d.id = a.deputy_id
      where a.region_code = $1 and a.status = $2 order by a.submitted_at desc, a.id desc limit ${PAGE}`,
    values: [request.body.region, request.body.status],
  });
  return rows;
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
