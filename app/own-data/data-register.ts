/** Why personal data are held. The privacy notice has a part for each, in this order. */
export const purposeNames = [
  'account',
  'signing-in',
  'membership',
  'trying',
  'reminders',
  'letters',
  'consents',
  'own-data',
  'moderation',
  'record',
  'accessibility',
] as const

export type PurposeName = (typeof purposeNames)[number]

/** GDPR, article 6(1): task in the public interest (e), legal obligation (c), consent (a). */
export type LegalBasis = 'public-task' | 'legal-obligation' | 'consent'

/** Who else than the person sees the data. */
export type Recipient = 'municipality' | 'office' | 'operator' | 'public' | 'nobody'

export const purposes: Record<PurposeName, { basis: LegalBasis; recipients: readonly Recipient[] }> = {
  account: { basis: 'public-task', recipients: ['municipality', 'operator'] },
  'signing-in': { basis: 'public-task', recipients: ['operator'] },
  membership: { basis: 'public-task', recipients: ['municipality', 'office', 'operator'] },
  trying: { basis: 'public-task', recipients: ['municipality', 'public', 'operator'] },
  reminders: { basis: 'public-task', recipients: ['municipality', 'operator'] },
  letters: { basis: 'public-task', recipients: ['operator'] },
  // The only purpose that rests on consent: saying no has no effect on the service.
  consents: { basis: 'consent', recipients: ['public', 'operator'] },
  'own-data': { basis: 'legal-obligation', recipients: ['nobody'] },
  moderation: { basis: 'public-task', recipients: ['municipality', 'office', 'operator'] },
  record: { basis: 'legal-obligation', recipients: ['municipality', 'office', 'operator'] },
  accessibility: { basis: 'legal-obligation', recipients: ['office', 'operator'] },
}

/**
 * How long rows stay: as long as the person has an account; as long as the record of the municipality, which outlives the
 * account without its name; or a number of days by a rule of the nightly tidying.
 */
export type Kept = 'account' | 'archive' | 'days'

export interface RegisteredTable {
  purpose: PurposeName
  kept: Kept
  /** Columns that tell of a person, point to one, or hold words in which somebody may be named. */
  personal: readonly string[]
  /** Columns that tell nothing of anybody. */
  none: readonly string[]
}

const list = (words: string) => words.split(' ').filter((word) => word !== '')

function holds(purpose: PurposeName, kept: Kept, personal: string, none: string): RegisteredTable {
  return { purpose, kept, personal: list(personal), none: list(none) }
}

/** Every table in which personal data can be, column by column. A column that stands in none of the two lists fails a check. */
export const dataRegister: Record<string, RegisteredTable> = {
  persons: holds('account', 'account', 'id email name lang created_at warned_at', 'is_example erased_at'),
  email_changes: holds('account', 'days', 'token_hash person_id new_email asked_at expires_at', ''),

  sessions: holds(
    'signing-in',
    'days',
    'token_hash person_id created_at last_seen_at expires_at browser begun_at',
    'id strength several_factors provider',
  ),
  sign_in_links: holds(
    'signing-in',
    'days',
    'token_hash email lang next_path expires_at used_at browser network code_hash asked_at made_at',
    'wrong_codes sent',
  ),
  passkeys: holds(
    'signing-in',
    'account',
    'person_id credential_id public_key name made_at used_at',
    'id counter transports version',
  ),
  used_challenges: holds('signing-in', 'days', 'challenge_hash used_at', ''),
  recovery_code_sets: holds('signing-in', 'account', 'person_id salt made_at wrong_tries wrong_at', ''),
  recovery_codes: holds('signing-in', 'account', 'person_id code_hash used_at', ''),
  second_factor_resets: holds(
    'signing-in',
    'account',
    'person_id municipality_code asked_by asked_at confirmed_how takes_effect_at stopped_at stopped_by done_at',
    'id',
  ),
  organisation_accounts: holds('signing-in', 'account', 'issuer subject person_id linked_at used_at', ''),
  organisation_sign_ins: holds(
    'signing-in',
    'days',
    'browser nonce next_path person_id expires_at used_at made_at',
    'id state_hash provider address verifier',
  ),

  memberships: holds(
    'membership',
    'account',
    'person_id municipality_code organisation_id role valid_from valid_until ended_at',
    'id version',
  ),
  invitations: holds(
    'membership',
    'days',
    'municipality_code organisation_id email role valid_until lang invited_by invited_at sent_at expires_at accepted_at accepted_by withdrawn_at',
    'id',
  ),
  membership_requests: holds(
    'membership',
    'account',
    'person_id municipality_code asked_at decided_at decided_by approved',
    'id',
  ),
  municipality_domains: holds(
    'membership',
    'archive',
    'added_by added_at confirmed_at confirmed_by',
    'domain municipality_code',
  ),
  municipality_details: holds(
    'membership',
    'archive',
    'contact_name contact_email contact_phone contact_url words_fi words_sv words_en written_by hidden_because',
    'municipality_code version updated_at id hidden_at',
  ),

  municipality_pictures: holds(
    'membership',
    'archive',
    'content description source saved_by saved_at hidden_because',
    'municipality_code id content_hash width height lang version hidden_at',
  ),

  ideas: holds(
    'trying',
    'archive',
    'told_by problem trial for_whom answer created_at hidden_because',
    'id municipality_code language state answered_at elsewhere_experiment_id elsewhere_url is_example version updated_at hidden_at',
  ),
  hour_offers: holds('trying', 'archive', 'person_id municipality_code hours offered_at', 'idea_id'),
  ponderings: holds(
    'trying',
    'archive',
    'place video_link',
    'id idea_id municipality_code starts_at minutes sequence held_on euros',
  ),
  pondering_hours: holds('trying', 'archive', 'person_id role_words hours', 'pondering_id municipality_code'),
  experiments: holds(
    'trying',
    'archive',
    'responsible_person_id created_by title plan published hidden_because',
    'id municipality_code idea_id parent_id origin state outcome theme starts_on ends_on year_from year_to step_versions frozen_at figures_opened_at plan_fingerprint lane version created_at updated_at listed_at is_public hidden_at',
  ),
  experiment_leaves: holds(
    'trying',
    'archive',
    'asked_by asked_at asked_words answered_by answered_at reasons',
    'id experiment_id municipality_code plan_fingerprint answer version is_public',
  ),
  experiment_stages: holds(
    'trying',
    'archive',
    'at person_id reason',
    'id experiment_id municipality_code from_state to_state version is_public',
  ),
  experiment_departures: holds(
    'trying',
    'archive',
    'what why person_id at hidden_because',
    'id experiment_id municipality_code day version is_public hidden_at',
  ),
  experiment_events: holds(
    'trying',
    'archive',
    'what person_id at hidden_because',
    'id experiment_id municipality_code day version is_public hidden_at',
  ),
  diary_entries: holds(
    'trying',
    'archive',
    'text person_id at removed_by hidden_because',
    'id experiment_id municipality_code day removed_at version is_public hidden_at',
  ),
  observations: holds(
    'trying',
    'archive',
    'note entered_by at removed_by removed_why',
    'id experiment_id municipality_code measure_id day value unit way import_id replaces_id removed_at removed_by_import source_id poster_id version is_public',
  ),
  measurement_imports: holds(
    'trying',
    'archive',
    'imported_by imported_at undone_at undone_by',
    'id experiment_id municipality_code row_count way left_out is_public',
  ),
  // Whatever stands in a file that somebody sends, for a day.
  import_files: holds(
    'trying',
    'days',
    'file_name outline cells reading problems uploaded_by uploaded_at',
    'id experiment_id municipality_code measure_id fingerprint choice state came_back rows_done version',
  ),
  measure_tokens: holds(
    'trying',
    'archive',
    'name made_by made_at last_used_at revoked_at revoked_by',
    'id experiment_id municipality_code measure_id token_hash version',
  ),
  posters: holds(
    'trying',
    'archive',
    'label made_by made_at revoked_at revoked_by',
    'id experiment_id municipality_code measure_id unit lang secret_hash version',
  ),
  effort_entries: holds(
    'trying',
    'archive',
    'what entered_by at',
    'id experiment_id municipality_code day hours euros removed_at version is_public',
  ),
  findings: holds(
    'trying',
    'archive',
    'happened written_by written_at hidden_because',
    'id experiment_id municipality_code tells learning figures plan_fingerprint data_fingerprint evidence_level version is_public hidden_at',
  ),
  evaluations: holds(
    'trying',
    'archive',
    'measures engine_calls',
    'experiment_id municipality_code engine_version seed plan_fingerprint data_fingerprint opened_early computed_at version is_public',
  ),
  explorations: holds(
    'trying',
    'archive',
    'why person_id at hidden_because',
    'id experiment_id municipality_code measure_id method period evaluation engine_version data_fingerprint version is_public hidden_at',
  ),
  early_openings: holds(
    'trying',
    'archive',
    'opened_by opened_at why',
    'id experiment_id municipality_code version is_public',
  ),
  // What is drawn are groups and places as the plan names them.
  draws: holds(
    'trying',
    'archive',
    'drawn',
    'experiment_id municipality_code seed commitment committed_at drawn_at plan_fingerprint version is_public',
  ),
  decisions: holds(
    'trying',
    'archive',
    'reasons against_proposal would_change decided_by at hidden_because',
    'id experiment_id municipality_code kind stop_reason proposal decided_on version is_public hidden_at',
  ),
  embeddings: holds(
    'trying',
    'archive',
    'unit instruction owner updated_by updated_at',
    'experiment_id municipality_code budget_line in_practice something_new answers_problem version is_public',
  ),
  checks: holds(
    'trying',
    'archive',
    'words answered_by',
    'id experiment_id municipality_code decision_id months due_on answer answered_on reminded_at dropped version is_public',
  ),
  lessons: holds(
    'trying',
    'archive',
    'worked did_not_work surprised conditions inspired would_do_otherwise written_by written_at hidden_because',
    'id experiment_id municipality_code language works version is_public hidden_at',
  ),
  search_documents: holds(
    'trying',
    'archive',
    'title body title_forms keyword_forms body_forms',
    'id kind record_id language municipality_code theme state year address_parameters source_url example record title_words',
  ),
  // Each word of a text stands here once, names too when somebody wrote one.
  search_words: holds('trying', 'archive', 'form lemmas parts folded', 'language known version'),

  log_promises: holds(
    'reminders',
    'days',
    'person_id promised_at ended_at',
    'id experiment_id municipality_code measure_id version',
  ),
  weekly_reminders: holds('reminders', 'days', 'person_id week queued_at', 'id'),
  reminder_questions: holds(
    'reminders',
    'days',
    'promise_id person_id week asked_at answered_at reading_id',
    'id reminder_id experiment_id municipality_code measure_id link_until reply_until version',
  ),
  reminder_stops: holds('reminders', 'account', 'person_id stopped_at', ''),
  received_letters: holds('reminders', 'days', 'fingerprint person_id question_id day received_at', 'became'),

  mails: holds(
    'letters',
    'days',
    'recipient subject body attachments condition queued_at sent_at withheld_at reply_to unsubscribe_url in_reply_to',
    'key message_id',
  ),
  submissions: holds('letters', 'days', 'key at location notice', ''),

  consents: holds('consents', 'account', 'person_id purpose given wording at', 'id'),
  own_data_links: holds('own-data', 'days', 'token_hash person_id made_at expires_at used_at', ''),

  reports: holds(
    'moderation',
    'archive',
    'reason words reporter_email at',
    'id number kind record_id municipality_code lang closed_at outcome told_at',
  ),
  hidings: holds(
    'moderation',
    'archive',
    'because words hidden_by hidden_at writer_id ended_at ended_by ended_words',
    'id kind record_id municipality_code',
  ),
  appeals: holds(
    'moderation',
    'archive',
    'person_id words at outcome answered_by answered_at answer',
    'id hiding_id municipality_code told_at',
  ),

  log_entries: holds(
    'record',
    'archive',
    'person_id acting_for at request_id',
    'chain position action record_kind record_id before_fingerprint after_fingerprint previous_hash hash',
  ),

  accessibility_feedback: holds(
    'accessibility',
    'days',
    'message page_address email received_at answered_at answer answered_by',
    'id case_number due_on lang version',
  ),
}

/** Tables without anything personal. */
export const tablesWithoutPersons: readonly string[] = list(
  'answer_key challenge_key experiment_looks finished_jobs library_titles log_publications measure_requests migrations municipalities municipality_boundaries organisations pooled_families retention_runs',
)
