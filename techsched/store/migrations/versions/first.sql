CREATE TABLE override (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	rule VARCHAR(40) NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	because VARCHAR(40) NOT NULL, 
	note VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	at INTEGER NOT NULL, 
	until DATE, 
	CONSTRAINT pk_override PRIMARY KEY (id)
);

CREATE INDEX ix_override_fingerprint ON override (fingerprint);

CREATE TABLE client (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	tier VARCHAR NOT NULL, 
	own_firm BOOLEAN NOT NULL, 
	since DATE, 
	language VARCHAR NOT NULL, 
	notes VARCHAR NOT NULL, 
	CONSTRAINT pk_client PRIMARY KEY (id)
);

CREATE UNIQUE INDEX uq_client_code ON client (lower(code)) WHERE code <> '';

CREATE TABLE journal (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at INTEGER NOT NULL, 
	who VARCHAR NOT NULL, 
	host VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	target INTEGER, 
	label VARCHAR NOT NULL, 
	CONSTRAINT ck_journal_kind CHECK (kind IN ('do', 'undo', 'redo', 'system')), 
	CONSTRAINT ck_journal_target CHECK ((target IS NULL) = (kind IN ('do', 'system')))
);

CREATE INDEX ix_journal_who_kind_seq ON journal (who, kind, seq);

CREATE INDEX ix_journal_target_seq ON journal (target, seq);

CREATE TABLE about (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_about PRIMARY KEY (name)
);

CREATE TABLE office (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	city VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	calendar VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	fixed_now INTEGER, 
	is_sample BOOLEAN NOT NULL, 
	CONSTRAINT pk_office PRIMARY KEY (id)
);

CREATE UNIQUE INDEX uq_office_only ON office ((id IS NOT NULL));

CREATE TABLE outer_zone (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	nearest_district VARCHAR NOT NULL, 
	extra_minutes INTEGER NOT NULL, 
	calendar VARCHAR NOT NULL, 
	CONSTRAINT pk_outer_zone PRIMARY KEY (id), 
	CONSTRAINT ck_outer_zone_extra_minutes CHECK (extra_minutes >= 0)
);

CREATE TABLE travel_time (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	origin VARCHAR NOT NULL, 
	destination VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	transport VARCHAR(9), 
	CONSTRAINT pk_travel_time PRIMARY KEY (id), 
	CONSTRAINT ck_travel_time_minutes CHECK (minutes >= 0), 
	CONSTRAINT ck_travel_time_transport CHECK (transport IN ('public', 'car', 'van', 'motorbike'))
);

CREATE TABLE technician (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	profile VARCHAR(25) NOT NULL, 
	home_district VARCHAR NOT NULL, 
	districts TEXT NOT NULL, 
	languages TEXT NOT NULL, 
	zone VARCHAR NOT NULL, 
	calendar VARCHAR NOT NULL, 
	transport VARCHAR(9) NOT NULL, 
	work_place VARCHAR(6) NOT NULL, 
	home_lat FLOAT, 
	home_lon FLOAT, 
	employed_from DATE NOT NULL, 
	employed_after DATE, 
	weekly_minutes INTEGER NOT NULL, 
	leave_days INTEGER NOT NULL, 
	remote_ok BOOLEAN NOT NULL, 
	on_call BOOLEAN NOT NULL, 
	phone VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	notes VARCHAR NOT NULL, 
	CONSTRAINT pk_technician PRIMARY KEY (id), 
	CONSTRAINT ck_technician_employed_after_employed_from CHECK ("employed_after" > "employed_from"), 
	CONSTRAINT ck_technician_weekly_minutes CHECK (weekly_minutes >= 0), 
	CONSTRAINT ck_technician_profile CHECK (profile IN ('Junior Systems Technician', 'Systems Technician', 'Systems Administrator', 'Network Technician', 'Senior Engineer')), 
	CONSTRAINT ck_technician_transport CHECK (transport IN ('public', 'car', 'van', 'motorbike')), 
	CONSTRAINT ck_technician_workplace CHECK (work_place IN ('fixed', 'client', 'mobile'))
);

CREATE UNIQUE INDEX uq_technician_code ON technician (lower(code)) WHERE code <> '';

CREATE TABLE site (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	client_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	district VARCHAR NOT NULL, 
	outer_zone_id INTEGER, 
	address VARCHAR NOT NULL, 
	postcode VARCHAR NOT NULL, 
	lat FLOAT, 
	lon FLOAT, 
	zone VARCHAR NOT NULL, 
	calendar VARCHAR NOT NULL, 
	opening TEXT NOT NULL, 
	clearances TEXT NOT NULL, 
	access VARCHAR NOT NULL, 
	parking VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	notes VARCHAR NOT NULL, 
	CONSTRAINT pk_site PRIMARY KEY (id), 
	CONSTRAINT fk_site_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_site_outer_zone_id_outer_zone FOREIGN KEY(outer_zone_id) REFERENCES outer_zone (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_site_client_id ON site (client_id);

CREATE UNIQUE INDEX uq_site_code ON site (lower(code)) WHERE code <> '';

CREATE TABLE service_target (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	priority VARCHAR(8) NOT NULL, 
	response_minutes INTEGER NOT NULL, 
	resolution_minutes INTEGER, 
	clock VARCHAR(7) NOT NULL, 
	CONSTRAINT pk_service_target PRIMARY KEY (id), 
	CONSTRAINT ck_service_target_response_minutes CHECK (response_minutes >= 0), 
	CONSTRAINT fk_service_target_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_service_target_priority CHECK (priority IN ('critical', 'high', 'standard', 'planned')), 
	CONSTRAINT ck_service_target_targetclock CHECK (clock IN ('24x7', 'working'))
);

CREATE TABLE journal_edit (
	seq INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	row_table VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	CONSTRAINT pk_journal_edit PRIMARY KEY (seq, n), 
	CONSTRAINT fk_journal_edit_seq_journal FOREIGN KEY(seq) REFERENCES journal (seq), 
	CONSTRAINT ck_journal_edit_images CHECK (before IS NOT NULL OR after IS NOT NULL)
)
 WITHOUT ROWID;

CREATE INDEX ix_journal_edit_row ON journal_edit (row_table, row_id, seq);

CREATE TABLE rule_set (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	scope VARCHAR(7) NOT NULL, 
	technician_id INTEGER, 
	first DATE NOT NULL, 
	"after" DATE, 
	source VARCHAR NOT NULL, 
	daily_rest INTEGER, 
	weekly_rest INTEGER, 
	weekly_rest_window_days INTEGER, 
	day_max INTEGER, 
	year_max INTEGER, 
	break_after INTEGER, 
	break_minutes INTEGER, 
	august_week_max INTEGER, 
	notice_days INTEGER, 
	late_tolerance INTEGER, 
	slack INTEGER, 
	extra_travel INTEGER, 
	lunch_minutes INTEGER, 
	lunch_from INTEGER, 
	lunch_to INTEGER, 
	CONSTRAINT pk_rule_set PRIMARY KEY (id), 
	CONSTRAINT ck_rule_set_after_first CHECK ("after" > "first"), 
	CONSTRAINT ck_rule_set_rulescope CHECK (scope IN ('country', 'sector', 'company', 'person')), 
	CONSTRAINT fk_rule_set_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE holiday (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	day DATE NOT NULL, 
	name VARCHAR NOT NULL, 
	scope VARCHAR(12) NOT NULL, 
	place VARCHAR NOT NULL, 
	client_id INTEGER, 
	status VARCHAR(9) NOT NULL, 
	source VARCHAR NOT NULL, 
	half_day BOOLEAN NOT NULL, 
	CONSTRAINT pk_holiday PRIMARY KEY (id), 
	CONSTRAINT ck_holiday_holidayscope CHECK (scope IN ('national', 'region', 'municipality', 'client')), 
	CONSTRAINT fk_holiday_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_holiday_holidaystatus CHECK (status IN ('official', 'projected'))
);

CREATE TABLE skill (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	technician_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	level INTEGER NOT NULL, 
	since DATE, 
	CONSTRAINT pk_skill PRIMARY KEY (id), 
	CONSTRAINT ck_skill_level CHECK (level BETWEEN 1 AND 5), 
	CONSTRAINT fk_skill_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_skill_technician_id ON skill (technician_id);

CREATE TABLE certification (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	technician_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	vendor VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	issued DATE, 
	expires DATE, 
	CONSTRAINT pk_certification PRIMARY KEY (id), 
	CONSTRAINT fk_certification_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_certification_technician_id ON certification (technician_id);

CREATE TABLE working_pattern (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	technician_id INTEGER NOT NULL, 
	first DATE NOT NULL, 
	"after" DATE, 
	cycle_weeks INTEGER NOT NULL, 
	hours TEXT NOT NULL, 
	season_from VARCHAR NOT NULL, 
	season_to VARCHAR NOT NULL, 
	season_hours TEXT NOT NULL, 
	CONSTRAINT pk_working_pattern PRIMARY KEY (id), 
	CONSTRAINT ck_working_pattern_after_first CHECK ("after" > "first"), 
	CONSTRAINT ck_working_pattern_cycle_weeks CHECK (cycle_weeks >= 1), 
	CONSTRAINT fk_working_pattern_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_working_pattern_technician_id ON working_pattern (technician_id);

CREATE TABLE absence (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	technician_id INTEGER NOT NULL, 
	kind VARCHAR(12) NOT NULL, 
	state VARCHAR(9) NOT NULL, 
	first DATE NOT NULL, 
	"after" DATE, 
	from_minute INTEGER, 
	to_minute INTEGER, 
	requested_on DATE, 
	decided_by VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_absence PRIMARY KEY (id), 
	CONSTRAINT ck_absence_after_first CHECK ("after" > "first"), 
	CONSTRAINT ck_absence_from_minute CHECK (from_minute BETWEEN 0 AND 1440), 
	CONSTRAINT ck_absence_to_minute CHECK (to_minute BETWEEN 0 AND 1440), 
	CONSTRAINT fk_absence_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_absence_absencekind CHECK (kind IN ('annual_leave', 'sick', 'training', 'permission', 'parental', 'other')), 
	CONSTRAINT ck_absence_absencestate CHECK (state IN ('requested', 'approved', 'refused', 'cancelled'))
);

CREATE UNIQUE INDEX uq_absence_code ON absence (lower(code)) WHERE code <> '';

CREATE INDEX ix_absence_technician_id_first ON absence (technician_id, first);

CREATE TABLE contact (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	site_id INTEGER, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT fk_contact_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_contact_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE closure (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	site_id INTEGER, 
	name VARCHAR NOT NULL, 
	first DATE NOT NULL, 
	"after" DATE NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	CONSTRAINT pk_closure PRIMARY KEY (id), 
	CONSTRAINT ck_closure_after_first CHECK ("after" > "first"), 
	CONSTRAINT fk_closure_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_closure_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_closure_closurekind CHECK (kind IN ('closed', 'stress', 'blackout'))
);

CREATE TABLE clearance (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	technician_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	client_id INTEGER NOT NULL, 
	site_id INTEGER, 
	expires DATE, 
	CONSTRAINT pk_clearance PRIMARY KEY (id), 
	CONSTRAINT fk_clearance_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_clearance_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_clearance_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_clearance_technician_id ON clearance (technician_id);

CREATE TABLE engagement (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	client_id INTEGER NOT NULL, 
	site_id INTEGER, 
	term VARCHAR(13) NOT NULL, 
	title VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	mode VARCHAR(7) NOT NULL, 
	first DATE NOT NULL, 
	"after" DATE, 
	months INTEGER, 
	review_on DATE, 
	state VARCHAR(10) NOT NULL, 
	zone VARCHAR NOT NULL, 
	serves TEXT NOT NULL, 
	contact_id INTEGER, 
	owner_id INTEGER, 
	deputy_id INTEGER, 
	notes VARCHAR NOT NULL, 
	CONSTRAINT pk_engagement PRIMARY KEY (id), 
	CONSTRAINT ck_engagement_after_first CHECK ("after" > "first"), 
	CONSTRAINT fk_engagement_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_engagement_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_engagement_term CHECK (term IN ('day', 'week', 'month', 'indefinite', 'holiday_cover')), 
	CONSTRAINT ck_engagement_mode CHECK (mode IN ('on_site', 'remote', 'mixed')), 
	CONSTRAINT ck_engagement_engagementstate CHECK (state IN ('draft', 'proposed', 'confirmed', 'onboarding', 'active', 'ending', 'ended', 'suspended', 'cancelled')), 
	CONSTRAINT fk_engagement_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_engagement_owner_id_technician FOREIGN KEY(owner_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_engagement_deputy_id_technician FOREIGN KEY(deputy_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE UNIQUE INDEX uq_engagement_code ON engagement (lower(code)) WHERE code <> '';

CREATE INDEX ix_engagement_client_id ON engagement (client_id);

CREATE TABLE staffing_line (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	engagement_id INTEGER NOT NULL, 
	site_id INTEGER, 
	service VARCHAR NOT NULL, 
	profile VARCHAR(25), 
	headcount INTEGER NOT NULL, 
	skills TEXT NOT NULL, 
	language VARCHAR NOT NULL, 
	hours TEXT NOT NULL, 
	mode VARCHAR(7) NOT NULL, 
	onsite_weekdays TEXT NOT NULL, 
	dates TEXT NOT NULL, 
	works_holidays BOOLEAN NOT NULL, 
	first DATE NOT NULL, 
	"after" DATE, 
	CONSTRAINT pk_staffing_line PRIMARY KEY (id), 
	CONSTRAINT ck_staffing_line_after_first CHECK ("after" > "first"), 
	CONSTRAINT ck_staffing_line_headcount CHECK (headcount >= 1), 
	CONSTRAINT fk_staffing_line_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_staffing_line_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_staffing_line_profile CHECK (profile IN ('Junior Systems Technician', 'Systems Technician', 'Systems Administrator', 'Network Technician', 'Senior Engineer')), 
	CONSTRAINT ck_staffing_line_mode CHECK (mode IN ('on_site', 'remote', 'mixed'))
);

CREATE INDEX ix_staffing_line_engagement_id ON staffing_line (engagement_id);

CREATE TABLE visit (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	client_id INTEGER NOT NULL, 
	site_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	profile VARCHAR(25), 
	skills TEXT NOT NULL, 
	language VARCHAR NOT NULL, 
	priority VARCHAR(8) NOT NULL, 
	asked VARCHAR(8) NOT NULL, 
	mode VARCHAR(7) NOT NULL, 
	minutes INTEGER NOT NULL, 
	people INTEGER NOT NULL, 
	escalated_at INTEGER NOT NULL, 
	target_minutes INTEGER, 
	target_clock VARCHAR(7) NOT NULL, 
	due_by INTEGER, 
	window_from INTEGER, 
	window_to INTEGER, 
	engagement_id INTEGER, 
	follow_up_of INTEGER, 
	who_asked VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	notes VARCHAR NOT NULL, 
	promised_start INTEGER, 
	promised_end INTEGER, 
	confirmed_at INTEGER, 
	dispatched_at INTEGER, 
	en_route_at INTEGER, 
	arrived_at INTEGER, 
	ended_at INTEGER, 
	outcome VARCHAR NOT NULL, 
	outcome_note VARCHAR NOT NULL, 
	CONSTRAINT pk_visit PRIMARY KEY (id), 
	CONSTRAINT ck_visit_minutes CHECK (minutes > 0), 
	CONSTRAINT ck_visit_people CHECK (people IN (1, 2)), 
	CONSTRAINT ck_visit_target_minutes CHECK (target_minutes >= 0), 
	CONSTRAINT ck_visit_window_to_window_from CHECK ("window_to" > "window_from"), 
	CONSTRAINT ck_visit_promised_end_promised_start CHECK ("promised_end" > "promised_start"), 
	CONSTRAINT ck_visit_outcome CHECK (outcome IN ('', 'completed', 'cannot_complete', 'no_access', 'cancelled')), 
	CONSTRAINT fk_visit_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visit_site_id_site FOREIGN KEY(site_id) REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_visit_profile CHECK (profile IN ('Junior Systems Technician', 'Systems Technician', 'Systems Administrator', 'Network Technician', 'Senior Engineer')), 
	CONSTRAINT ck_visit_priority CHECK (priority IN ('critical', 'high', 'standard', 'planned')), 
	CONSTRAINT ck_visit_asked CHECK (asked IN ('incident', 'request')), 
	CONSTRAINT ck_visit_mode CHECK (mode IN ('on_site', 'remote', 'mixed')), 
	CONSTRAINT ck_visit_targetclock CHECK (target_clock IN ('24x7', 'working')), 
	CONSTRAINT fk_visit_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visit_follow_up_of_visit FOREIGN KEY(follow_up_of) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE UNIQUE INDEX uq_visit_code ON visit (lower(code)) WHERE code <> '';

CREATE INDEX ix_visit_site_id ON visit (site_id);

CREATE TABLE placement (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	line_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	technician_id INTEGER NOT NULL, 
	first DATE NOT NULL, 
	"after" DATE, 
	firmness VARCHAR(9) NOT NULL, 
	fixed BOOLEAN NOT NULL, 
	CONSTRAINT pk_placement PRIMARY KEY (id), 
	CONSTRAINT ck_placement_after_first CHECK ("after" > "first"), 
	CONSTRAINT ck_placement_place CHECK (place >= 1), 
	CONSTRAINT fk_placement_line_id_staffing_line FOREIGN KEY(line_id) REFERENCES staffing_line (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_placement_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_placement_firmness CHECK (firmness IN ('tentative', 'confirmed'))
);

CREATE UNIQUE INDEX uq_placement_code ON placement (lower(code)) WHERE code <> '';

CREATE INDEX ix_placement_line_id ON placement (line_id);

CREATE TABLE assignment (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	technician_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	day DATE NOT NULL, 
	zone VARCHAR NOT NULL, 
	wall_start VARCHAR NOT NULL, 
	wall_end VARCHAR NOT NULL, 
	mode VARCHAR(7) NOT NULL, 
	placement_id INTEGER, 
	visit_id INTEGER, 
	covers INTEGER, 
	place INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	state VARCHAR(9) NOT NULL, 
	firmness VARCHAR(9) NOT NULL, 
	fixed BOOLEAN NOT NULL, 
	released_by INTEGER, 
	break_minutes INTEGER NOT NULL, 
	break_start INTEGER, 
	expected_start INTEGER, 
	expected_end INTEGER, 
	handover_done BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT ck_assignment_end_start CHECK ("end" > "start"), 
	CONSTRAINT ck_assignment_longest CHECK ("end" - start <= 172800), 
	CONSTRAINT ck_assignment_what_for CHECK (CASE WHEN placement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END + CASE WHEN covers IS NULL THEN 0 ELSE 1 END = 1), 
	CONSTRAINT ck_assignment_one_mode CHECK (mode <> 'mixed'), 
	CONSTRAINT ck_assignment_place CHECK (place >= 1), 
	CONSTRAINT ck_assignment_part CHECK (part >= 0), 
	CONSTRAINT ck_assignment_break_minutes CHECK (break_minutes BETWEEN 0 AND ("end" - start) / 60), 
	CONSTRAINT ck_assignment_itself CHECK (covers <> id AND released_by <> id), 
	CONSTRAINT ck_assignment_expected_end_expected_start CHECK ("expected_end" > "expected_start"), 
	CONSTRAINT fk_assignment_technician_id_technician FOREIGN KEY(technician_id) REFERENCES technician (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_assignment_mode CHECK (mode IN ('on_site', 'remote', 'mixed')), 
	CONSTRAINT fk_assignment_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_assignment_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_assignment_covers_assignment FOREIGN KEY(covers) REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_assignment_assignmentstate CHECK (state IN ('planned', 'done', 'withdrawn')), 
	CONSTRAINT ck_assignment_firmness CHECK (firmness IN ('tentative', 'confirmed')), 
	CONSTRAINT fk_assignment_released_by_assignment FOREIGN KEY(released_by) REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_assignment_covers ON assignment (covers) WHERE covers IS NOT NULL;

CREATE UNIQUE INDEX uq_assignment_placement_id_day_part ON assignment (placement_id, day, part) WHERE placement_id IS NOT NULL;

CREATE INDEX ix_assignment_visit_id ON assignment (visit_id) WHERE visit_id IS NOT NULL;

CREATE INDEX ix_assignment_technician_id_start_end ON assignment (technician_id, start, "end");

CREATE INDEX ix_assignment_released_by ON assignment (released_by) WHERE released_by IS NOT NULL;

CREATE INDEX ix_assignment_day ON assignment (day);

CREATE TABLE waiver (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	a_id INTEGER NOT NULL, 
	b_id INTEGER NOT NULL, 
	a_start INTEGER NOT NULL, 
	a_end INTEGER NOT NULL, 
	b_start INTEGER NOT NULL, 
	b_end INTEGER NOT NULL, 
	because VARCHAR(40) NOT NULL, 
	note VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	at INTEGER NOT NULL, 
	CONSTRAINT pk_waiver PRIMARY KEY (id), 
	CONSTRAINT ck_waiver_in_order CHECK (a_id < b_id), 
	CONSTRAINT ck_waiver_overlap CHECK (a_start < b_end AND b_start < a_end), 
	CONSTRAINT fk_waiver_a_id_assignment FOREIGN KEY(a_id) REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_waiver_b_id_assignment FOREIGN KEY(b_id) REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE UNIQUE INDEX uq_waiver_spans ON waiver (a_id, b_id, a_start, a_end, b_start, b_end);

CREATE INDEX ix_waiver_b_id ON waiver (b_id);

CREATE TABLE cover_item (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	absence_id INTEGER NOT NULL, 
	assignment_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	decision VARCHAR(14) NOT NULL, 
	agreed_by VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	at INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_cover_item PRIMARY KEY (id), 
	CONSTRAINT fk_cover_item_absence_id_absence FOREIGN KEY(absence_id) REFERENCES absence (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cover_item_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_cover_item_coverdecision CHECK (decision IN ('waived', 'left_uncovered'))
);

CREATE UNIQUE INDEX uq_cover_item_subject ON cover_item (assignment_id, absence_id, day);

CREATE INDEX ix_cover_item_absence_id ON cover_item (absence_id);
