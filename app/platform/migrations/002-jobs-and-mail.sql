-- Work that happens after the answer: jobs queued in the transaction of the change, and the mail that goes out.

-- Queues a job. The queue's tables belong to the owner; the application may add to them and nothing else.
create function queue_job(job_name text, payload json, job_key text, run_at timestamptz, maximum_attempts integer)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(
    job_name, payload, job_key := queue_job.job_key, run_at := queue_job.run_at, max_attempts := maximum_attempts)
$$;
revoke all on function queue_job(text, json, text, timestamptz, integer) from public;
grant execute on function queue_job(text, json, text, timestamptz, integer) to uskalla_app;

-- How the queue is doing: due jobs that wait, how long the oldest has waited, jobs given up after their last attempt.
create function queue_state(out waiting bigint, out oldest_wait_seconds double precision, out given_up bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) filter (where due),
         coalesce(extract(epoch from now() - min(run_at) filter (where due)), 0)::float8,
         count(*) filter (where attempts >= max_attempts)
  from (select *, attempts < max_attempts and run_at <= now() as due from graphile_worker.jobs where locked_at is null) as idle
$$;
revoke all on function queue_state() from public;
grant execute on function queue_state() to uskalla_app;

-- Jobs whose effects are committed, so that a job repeated after a crash does nothing the second time.
create table finished_jobs (
  job_id bigint primary key,
  at timestamptz not null default now()
);
create index finished_jobs_by_age on finished_jobs (at);
grant select, insert, delete on finished_jobs to uskalla_app;

create table mails (
  key text primary key,
  message_id text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  attachments jsonb not null,
  queued_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_by_age on mails (queued_at);
grant select, insert, update, delete on mails to uskalla_app;
