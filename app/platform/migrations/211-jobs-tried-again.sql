-- How often the job with a key has failed, whether it was given up, and when it is tried next; no row where there is none.
create function job_state(wanted_key text, out failures integer, out given_up boolean, out next_at timestamptz)
returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (case when locked_at is null then attempts else attempts - 1 end)::integer,
         locked_at is null and attempts >= max_attempts,
         case when locked_at is null and attempts < max_attempts then run_at end
  from graphile_worker.jobs where key = wanted_key
$$;
revoke all on function job_state(text) from public;
grant execute on function job_state(text) to uskalla_app;

-- Has the failed jobs of a name tried again now; those that were given up get one more attempt and stay given up when that
-- fails as well. Returns how many there are.
create function try_failed_jobs_again(job_name text)
returns integer language sql security definer set search_path = pg_catalog, pg_temp as $$
  select count(tried.id)::integer
  from graphile_worker.jobs as failed,
    lateral graphile_worker.reschedule_jobs(
      array[failed.id], run_at := now(), attempts := least(failed.attempts, failed.max_attempts - 1)::integer) as tried
  where failed.task_identifier = job_name and failed.attempts > 0 and failed.locked_at is null
$$;
revoke all on function try_failed_jobs_again(text) from public;
grant execute on function try_failed_jobs_again(text) to uskalla_app;
