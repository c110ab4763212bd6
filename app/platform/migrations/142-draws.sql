-- Draws by the service. The seed is chosen before the plan is frozen and its hash enters the log; it is used and shown
-- when the plan is frozen, together with the plan's fingerprint, so that neither side can steer the result.
create table draws (
  experiment_id uuid primary key references experiments (id),
  municipality_code text not null references municipalities (code),
  seed text not null check (seed ~ '^[0-9a-f]{64}$'),
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  committed_at timestamptz not null,
  drawn_at timestamptz,
  plan_fingerprint text check (plan_fingerprint ~ '^[0-9a-f]{64}$'),
  -- Everything that was drawn, in the drawn order.
  drawn jsonb,
  version integer not null default 1,
  check ((drawn_at is null) = (drawn is null) and (drawn_at is null) = (plan_fingerprint is null))
);
create function keep_draw() returns trigger language plpgsql as $$
begin
  if old.drawn_at is not null and
    (new.seed, new.commitment, new.committed_at, new.drawn_at, new.plan_fingerprint, new.drawn)
    is distinct from (old.seed, old.commitment, old.committed_at, old.drawn_at, old.plan_fingerprint, old.drawn)
    or (new.seed, new.commitment, new.committed_at) is distinct from (old.seed, old.commitment, old.committed_at)
  then
    raise exception 'a draw is made once';
  end if;
  return new;
end $$;
create trigger draws_stay before update on draws for each row execute function keep_draw();
select protect_part_of_experiment('draws');
