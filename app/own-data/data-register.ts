import { tablesOfTrying } from './data-of-trying.ts'
import { holds, list, type RegisteredTable } from './data-purposes.ts'

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
    'municipality_code id content_hash sent_hash width height lang version hidden_at taken_away_at in_place_of',
  ),

  ...tablesOfTrying,

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
  'answer_key challenge_key experiment_looks finished_jobs hidden_own_words library_titles log_publications measure_requests migrations municipalities municipality_boundaries organisations pooled_families retention_runs',
)
