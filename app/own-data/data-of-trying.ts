import { holds, type RegisteredTable } from './data-purposes.ts'

/** The tables of ideas, experiments and what comes of them, column by column. */
export const tablesOfTrying: Record<string, RegisteredTable> = {
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
    'id experiment_id municipality_code day version is_public hidden_at measure_id new_unit plan_units',
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
    'id experiment_id municipality_code measure_id way fingerprint choice state came_back rows_done version',
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
    'id experiment_id municipality_code measure_id method period besides_measure_id evaluation engine_version data_fingerprint version is_public hidden_at',
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
}
