CREATE TABLE file_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE attachment (
	"key" VARCHAR(64) NOT NULL,
	media_type VARCHAR(50) NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	content BLOB NOT NULL,
	created_at DATETIME NOT NULL,
	CONSTRAINT pk_attachment PRIMARY KEY ("key"),
	CONSTRAINT ck_attachment_key_is_sha256 CHECK (length(key) = 64)
);

CREATE TABLE offer (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	title VARCHAR(300) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	topic_id CHAR(32),
	listeners VARCHAR(500) NOT NULL,
	duration_minutes INTEGER,
	aims VARCHAR(2000) NOT NULL,
	public_text VARCHAR(4000) NOT NULL,
	neutrality_note VARCHAR(2000) NOT NULL,
	needs VARCHAR(2000) NOT NULL,
	notes VARCHAR(4000) NOT NULL,
	valid_from DATE,
	valid_until DATE,
	CONSTRAINT pk_offer PRIMARY KEY (id),
	CONSTRAINT ck_offer_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT ck_offer_valid_in_order CHECK (valid_until is null or valid_from is null or valid_until >= valid_from),
	CONSTRAINT ck_offer_eventkind CHECK (kind IN ('mobile_stop', 'citizen_dialogue', 'expert_dialogue', 'lecture', 'information_event', 'consultation', 'joint_patrol', 'council_meeting', 'training', 'information_exchange', 'online')),
	CONSTRAINT fk_offer_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE SET NULL
);

CREATE INDEX ix_offer_topic_id ON offer (topic_id);

CREATE TABLE offer_target_group (
	offer_id CHAR(32) NOT NULL,
	target_group_id CHAR(32) NOT NULL,
	CONSTRAINT pk_offer_target_group PRIMARY KEY (offer_id, target_group_id),
	CONSTRAINT fk_offer_target_group_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE CASCADE,
	CONSTRAINT fk_offer_target_group_target_group_id FOREIGN KEY(target_group_id) REFERENCES target_group (id) ON DELETE CASCADE
);

CREATE INDEX ix_offer_target_group_target_group_id ON offer_target_group (target_group_id);

CREATE TABLE offer_publication (
	offer_id CHAR(32) NOT NULL,
	publication_id CHAR(32) NOT NULL,
	CONSTRAINT pk_offer_publication PRIMARY KEY (offer_id, publication_id),
	CONSTRAINT fk_offer_publication_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE CASCADE,
	CONSTRAINT fk_offer_publication_publication_id FOREIGN KEY(publication_id) REFERENCES publication (id) ON DELETE CASCADE
);

CREATE INDEX ix_offer_publication_publication_id ON offer_publication (publication_id);

CREATE TABLE concern (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	number VARCHAR(20) NOT NULL,
	event_id CHAR(32),
	kreis_ags VARCHAR(5),
	ags VARCHAR(8),
	raised_on DATE,
	wording VARCHAR(2000) NOT NULL,
	category VARCHAR(32) NOT NULL,
	place_category VARCHAR(32) NOT NULL,
	place VARCHAR(300) NOT NULL,
	office_id CHAR(32),
	office_name VARCHAR(300) NOT NULL,
	due DATE,
	state VARCHAR(32) NOT NULL,
	answer VARCHAR(20000) NOT NULL,
	answered_on DATE,
	public_text VARCHAR(500) NOT NULL,
	public_answer VARCHAR(2000) NOT NULL,
	state_reason VARCHAR(2000) NOT NULL,
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_concern PRIMARY KEY (id),
	CONSTRAINT ck_concern_wording_not_blank CHECK (trim(wording) <> ''),
	CONSTRAINT uq_concern_number UNIQUE (number),
	CONSTRAINT fk_concern_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL,
	CONSTRAINT ck_concern_concerncategory CHECK (category IN ('presence', 'traffic', 'lighting', 'cleanliness', 'noise', 'burglary', 'violence', 'drugs', 'extremism', 'youth', 'seniors', 'online', 'other')),
	CONSTRAINT ck_concern_placecategory CHECK (place_category IN ('centre', 'housing', 'commercial', 'public_transport', 'station', 'school', 'park', 'road', 'countryside', 'online', 'other')),
	CONSTRAINT fk_concern_office_id FOREIGN KEY(office_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT ck_concern_concernstate CHECK (state IN ('open', 'forwarded', 'answered', 'closed', 'dropped'))
);

CREATE INDEX ix_concern_due ON concern (due);

CREATE INDEX ix_concern_event_id ON concern (event_id);

CREATE INDEX ix_concern_kreis_ags ON concern (kreis_ags);

CREATE INDEX ix_concern_office_id ON concern (office_id);

CREATE INDEX ix_concern_state ON concern (state);

CREATE TABLE distinct_pair (
	first_id CHAR(32) NOT NULL,
	second_id CHAR(32) NOT NULL,
	noted_on DATE NOT NULL,
	CONSTRAINT pk_distinct_pair PRIMARY KEY (first_id, second_id),
	CONSTRAINT ck_distinct_pair_no_pair_with_itself CHECK (first_id <> second_id),
	CONSTRAINT fk_distinct_pair_first_id FOREIGN KEY(first_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT fk_distinct_pair_second_id FOREIGN KEY(second_id) REFERENCES partner (id) ON DELETE CASCADE
);

CREATE INDEX ix_distinct_pair_second_id ON distinct_pair (second_id);

CREATE TABLE event (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	state VARCHAR(32) NOT NULL,
	audience VARCHAR(32) NOT NULL,
	title VARCHAR(300) NOT NULL,
	public_text VARCHAR(20000) NOT NULL,
	internal_notes VARCHAR(20000) NOT NULL,
	security_remarks VARCHAR(20000) NOT NULL,
	all_day BOOLEAN NOT NULL,
	starts_at DATETIME,
	ends_at DATETIME,
	first_day DATE,
	last_day DATE,
	set_up_minutes INTEGER NOT NULL,
	tear_down_minutes INTEGER NOT NULL,
	ags VARCHAR(8),
	kreis_ags VARCHAR(5),
	place_category VARCHAR(32),
	place_kind VARCHAR(32) NOT NULL,
	site_id CHAR(32),
	place_partner_id CHAR(32),
	place_name VARCHAR(300) NOT NULL,
	room VARCHAR(300) NOT NULL,
	street VARCHAR(200) NOT NULL,
	postcode VARCHAR(10) NOT NULL,
	town VARCHAR(200) NOT NULL,
	online_url VARCHAR(2000) NOT NULL,
	host_id CHAR(32),
	host_name VARCHAR(300) NOT NULL,
	host_confidential BOOLEAN NOT NULL,
	office_id CHAR(32),
	languages VARCHAR(100) NOT NULL,
	accessibility VARCHAR(2000) NOT NULL,
	press_expected BOOLEAN NOT NULL,
	expected INTEGER,
	actual INTEGER,
	kilometres FLOAT,
	state_reason VARCHAR(2000) NOT NULL,
	postponed_to DATE,
	lessons VARCHAR(4000) NOT NULL,
	best_practice BOOLEAN NOT NULL,
	is_template BOOLEAN NOT NULL,
	vehicle_id CHAR(32),
	offer_id CHAR(32),
	CONSTRAINT pk_event PRIMARY KEY (id),
	CONSTRAINT ck_event_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT ck_event_ends_after_start CHECK (ends_at is null or ends_at >= starts_at),
	CONSTRAINT ck_event_last_day_after_first CHECK (last_day is null or last_day >= first_day),
	CONSTRAINT ck_event_eventkind CHECK (kind IN ('mobile_stop', 'citizen_dialogue', 'expert_dialogue', 'lecture', 'information_event', 'consultation', 'joint_patrol', 'council_meeting', 'training', 'information_exchange', 'online')),
	CONSTRAINT ck_event_eventstate CHECK (state IN ('idea', 'requested', 'tentative', 'confirmed', 'held', 'reviewed', 'declined', 'cancelled', 'postponed')),
	CONSTRAINT ck_event_audience CHECK (audience IN ('public', 'partners', 'internal')),
	CONSTRAINT ck_event_placecategory CHECK (place_category IN ('centre', 'housing', 'commercial', 'public_transport', 'station', 'school', 'park', 'road', 'countryside', 'online', 'other')),
	CONSTRAINT ck_event_placekind CHECK (place_kind IN ('address', 'site', 'partner', 'online')),
	CONSTRAINT fk_event_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL,
	CONSTRAINT fk_event_place_partner_id FOREIGN KEY(place_partner_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT fk_event_host_id FOREIGN KEY(host_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT fk_event_office_id FOREIGN KEY(office_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT fk_event_vehicle_id FOREIGN KEY(vehicle_id) REFERENCES vehicle (id) ON DELETE SET NULL,
	CONSTRAINT fk_event_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE SET NULL
);

CREATE INDEX ix_event_first_day ON event (first_day);

CREATE INDEX ix_event_host_id ON event (host_id);

CREATE INDEX ix_event_kind ON event (kind);

CREATE INDEX ix_event_kreis_starts ON event (kreis_ags, starts_at);

CREATE INDEX ix_event_offer_id ON event (offer_id);

CREATE INDEX ix_event_office_id ON event (office_id);

CREATE INDEX ix_event_place_partner_id ON event (place_partner_id);

CREATE INDEX ix_event_site_id ON event (site_id);

CREATE INDEX ix_event_starts_at_id ON event (starts_at, id);

CREATE INDEX ix_event_state ON event (state);

CREATE INDEX ix_event_vehicle_id ON event (vehicle_id);

CREATE TABLE event_identity (
	event_id CHAR(32) NOT NULL,
	number VARCHAR(20) NOT NULL,
	uid VARCHAR(100) NOT NULL,
	sequence INTEGER NOT NULL,
	sent VARCHAR(1000) NOT NULL,
	sent_at DATETIME,
	CONSTRAINT pk_event_identity PRIMARY KEY (event_id),
	CONSTRAINT uq_event_identity_number UNIQUE (number),
	CONSTRAINT uq_event_identity_uid UNIQUE (uid)
);

CREATE TABLE counter (
	name VARCHAR(60) NOT NULL,
	value INTEGER NOT NULL,
	CONSTRAINT pk_counter PRIMARY KEY (name)
);

CREATE TABLE event_topic (
	event_id CHAR(32) NOT NULL,
	topic_id CHAR(32) NOT NULL,
	CONSTRAINT pk_event_topic PRIMARY KEY (event_id, topic_id),
	CONSTRAINT fk_event_topic_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_topic_topic_id ON event_topic (topic_id);

CREATE TABLE event_target_group (
	event_id CHAR(32) NOT NULL,
	target_group_id CHAR(32) NOT NULL,
	expected INTEGER,
	actual INTEGER,
	CONSTRAINT pk_event_target_group PRIMARY KEY (event_id, target_group_id),
	CONSTRAINT fk_event_target_group_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_target_group_target_group_id FOREIGN KEY(target_group_id) REFERENCES target_group (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_target_group_target_group_id ON event_target_group (target_group_id);

CREATE TABLE event_partner (
	event_id CHAR(32) NOT NULL,
	partner_id CHAR(32) NOT NULL,
	CONSTRAINT pk_event_partner PRIMARY KEY (event_id, partner_id),
	CONSTRAINT fk_event_partner_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_partner_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_partner_partner_id ON event_partner (partner_id);

CREATE TABLE event_equipment (
	event_id CHAR(32) NOT NULL,
	equipment_id CHAR(32) NOT NULL,
	CONSTRAINT pk_event_equipment PRIMARY KEY (event_id, equipment_id),
	CONSTRAINT fk_event_equipment_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_equipment_equipment_id FOREIGN KEY(equipment_id) REFERENCES equipment (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_equipment_equipment_id ON event_equipment (equipment_id);

CREATE TABLE assignment (
	id CHAR(32) NOT NULL,
	event_id CHAR(32) NOT NULL,
	staff_id CHAR(32) NOT NULL,
	role VARCHAR(32) NOT NULL,
	CONSTRAINT pk_assignment PRIMARY KEY (id),
	CONSTRAINT fk_assignment_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_assignment_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE,
	CONSTRAINT ck_assignment_assignmentrole CHECK (role IN ('lead', 'speaker', 'crew', 'driver', 'moderation', 'minutes', 'panel', 'adviser', 'host', 'table_host', 'door', 'press_contact', 'security_contact', 'follow_up'))
);

CREATE INDEX ix_assignment_event_id ON assignment (event_id);

CREATE INDEX ix_assignment_staff_id ON assignment (staff_id);

CREATE TABLE event_permit (
	event_id CHAR(32) NOT NULL,
	permit_state VARCHAR(32) NOT NULL,
	permit_authority VARCHAR(300) NOT NULL,
	permit_lead_days INTEGER,
	permit_reference VARCHAR(100) NOT NULL,
	applied_on DATE,
	decided_on DATE,
	for_day DATE,
	for_site_id CHAR(32),
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_event_permit PRIMARY KEY (event_id),
	CONSTRAINT fk_event_permit_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_permit_permitstate CHECK (permit_state IN ('not_needed', 'missing', 'applied', 'granted', 'refused')),
	CONSTRAINT fk_event_permit_for_site_id FOREIGN KEY(for_site_id) REFERENCES site (id) ON DELETE SET NULL
);

CREATE INDEX ix_event_permit_for_site_id ON event_permit (for_site_id);

CREATE TABLE accepted_conflict (
	event_id CHAR(32) NOT NULL,
	"key" VARCHAR(200) NOT NULL,
	reason VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_accepted_conflict PRIMARY KEY (event_id, "key"),
	CONSTRAINT fk_accepted_conflict_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_lecture (
	event_id CHAR(32) NOT NULL,
	schulform VARCHAR(32),
	school_grade VARCHAR(100) NOT NULL,
	occasion VARCHAR(500) NOT NULL,
	prior_knowledge VARCHAR(2000) NOT NULL,
	teacher_present BOOLEAN,
	room_technique VARCHAR(2000) NOT NULL,
	speaker_office VARCHAR(300) NOT NULL,
	neutrality_note VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_event_lecture PRIMARY KEY (event_id),
	CONSTRAINT fk_event_lecture_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_lecture_schulform CHECK (schulform IN ('grundschule', 'sekundarschule', 'gemeinschaftsschule', 'gesamtschule', 'gymnasium', 'foerderschule', 'berufsbildende_schule', 'waldorfschule', 'other'))
);

CREATE TABLE event_dialogue (
	event_id CHAR(32) NOT NULL,
	seats INTEGER,
	moderation VARCHAR(300) NOT NULL,
	agenda VARCHAR(20000) NOT NULL,
	invitation_until DATE,
	press_admitted BOOLEAN NOT NULL,
	excluded_groups VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_event_dialogue PRIMARY KEY (event_id),
	CONSTRAINT fk_event_dialogue_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_consultation (
	event_id CHAR(32) NOT NULL,
	advice_field VARCHAR(32),
	talks INTEGER,
	minutes INTEGER,
	CONSTRAINT pk_event_consultation PRIMARY KEY (event_id),
	CONSTRAINT fk_event_consultation_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_consultation_advicefield CHECK (advice_field IN ('crime_prevention', 'road_safety', 'security_technology', 'victim_protection', 'economic_protection', 'cyber_protection', 'extremism'))
);

CREATE TABLE event_patrol (
	event_id CHAR(32) NOT NULL,
	police_officers INTEGER,
	ordnungsamt_officers INTEGER,
	checks INTEGER,
	focus VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_event_patrol PRIMARY KEY (event_id),
	CONSTRAINT fk_event_patrol_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_council (
	event_id CHAR(32) NOT NULL,
	session VARCHAR(100) NOT NULL,
	agenda VARCHAR(20000) NOT NULL,
	CONSTRAINT pk_event_council PRIMARY KEY (event_id),
	CONSTRAINT fk_event_council_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_training (
	event_id CHAR(32) NOT NULL,
	aims VARCHAR(2000) NOT NULL,
	qualification_id CHAR(32),
	valid_months INTEGER,
	CONSTRAINT pk_event_training PRIMARY KEY (event_id),
	CONSTRAINT fk_event_training_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_training_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id) ON DELETE SET NULL
);

CREATE TABLE event_training_office (
	id CHAR(32) NOT NULL,
	event_id CHAR(32) NOT NULL,
	partner_id CHAR(32),
	words VARCHAR(300) NOT NULL,
	participants INTEGER,
	CONSTRAINT pk_event_training_office PRIMARY KEY (id),
	CONSTRAINT fk_event_training_office_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_training_office_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
);

CREATE INDEX ix_event_training_office_event_id ON event_training_office (event_id);

CREATE INDEX ix_event_training_office_partner_id ON event_training_office (partner_id);

CREATE TABLE event_traffic (
	event_id CHAR(32) NOT NULL,
	cause VARCHAR(32) NOT NULL,
	black_spot VARCHAR(300) NOT NULL,
	CONSTRAINT pk_event_traffic PRIMARY KEY (event_id),
	CONSTRAINT fk_event_traffic_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_traffic_accidentcause CHECK (cause IN ('speed', 'distance', 'right_of_way', 'turning', 'overtaking', 'road_use', 'pedestrians', 'alcohol', 'drugs', 'distraction', 'fatigue', 'other'))
);

CREATE TABLE event_information (
	event_id CHAR(32) NOT NULL,
	occasion VARCHAR(500) NOT NULL,
	stands VARCHAR(2000) NOT NULL,
	rain_plan VARCHAR(1000) NOT NULL,
	CONSTRAINT pk_event_information PRIMARY KEY (event_id),
	CONSTRAINT fk_event_information_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_exchange (
	event_id CHAR(32) NOT NULL,
	interval_days INTEGER,
	CONSTRAINT pk_event_exchange PRIMARY KEY (event_id),
	CONSTRAINT fk_event_exchange_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_practice (
	event_id CHAR(32) NOT NULL,
	aim VARCHAR(2000) NOT NULL,
	target_group VARCHAR(1000) NOT NULL,
	partners VARCHAR(1000) NOT NULL,
	measures VARCHAR(4000) NOT NULL,
	effort VARCHAR(1000) NOT NULL,
	result VARCHAR(2000) NOT NULL,
	tips VARCHAR(2000) NOT NULL,
	contact_office VARCHAR(500) NOT NULL,
	CONSTRAINT pk_event_practice PRIMARY KEY (event_id),
	CONSTRAINT fk_event_practice_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE event_online (
	event_id CHAR(32) NOT NULL,
	channel VARCHAR(32),
	about_id CHAR(32),
	text VARCHAR(20000) NOT NULL,
	alt_text VARCHAR(2000) NOT NULL,
	reach INTEGER,
	channel_words VARCHAR(100) NOT NULL,
	has_picture BOOLEAN NOT NULL,
	CONSTRAINT pk_event_online PRIMARY KEY (event_id),
	CONSTRAINT fk_event_online_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_online_onlinechannel CHECK (channel IN ('mastodon', 'bluesky', 'x', 'threads', 'instagram', 'facebook', 'linkedin', 'youtube', 'website', 'newsletter', 'video_call', 'other')),
	CONSTRAINT fk_event_online_about_id FOREIGN KEY(about_id) REFERENCES event (id) ON DELETE SET NULL
);

CREATE INDEX ix_event_online_about_id ON event_online (about_id);

CREATE TABLE handout (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	"key" VARCHAR(100) NOT NULL,
	topic_id CHAR(32),
	notes VARCHAR(4000) NOT NULL,
	CONSTRAINT pk_handout PRIMARY KEY (id),
	CONSTRAINT ck_handout_key_not_blank CHECK (trim(key) <> ''),
	CONSTRAINT uq_handout_key UNIQUE ("key"),
	CONSTRAINT fk_handout_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE SET NULL
);

CREATE INDEX ix_handout_topic_id ON handout (topic_id);

CREATE TABLE handout_edition (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	handout_id CHAR(32) NOT NULL,
	language VARCHAR(20) NOT NULL,
	title VARCHAR(300) NOT NULL,
	lead VARCHAR(600) NOT NULL,
	text VARCHAR(60000) NOT NULL,
	author VARCHAR(300) NOT NULL,
	revision INTEGER NOT NULL,
	valid_until DATE,
	starter_version INTEGER,
	starter_revision INTEGER,
	CONSTRAINT pk_handout_edition PRIMARY KEY (id),
	CONSTRAINT uq_handout_edition_handout_id_language UNIQUE (handout_id, language),
	CONSTRAINT ck_handout_edition_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT fk_handout_edition_handout_id FOREIGN KEY(handout_id) REFERENCES handout (id) ON DELETE CASCADE
);

CREATE INDEX ix_handout_edition_handout_id ON handout_edition (handout_id);

CREATE TABLE imported_event (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	uid VARCHAR(300) NOT NULL,
	recurrence VARCHAR(40) NOT NULL,
	event_id CHAR(32) NOT NULL,
	sequence INTEGER NOT NULL,
	modified DATETIME,
	said VARCHAR(1000) NOT NULL,
	CONSTRAINT pk_imported_event PRIMARY KEY (id),
	CONSTRAINT uq_imported_event_uid_recurrence UNIQUE (uid, recurrence),
	CONSTRAINT fk_imported_event_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE INDEX ix_imported_event_event_id ON imported_event (event_id);

CREATE TABLE agenda_item (
	id CHAR(32) NOT NULL,
	event_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	title VARCHAR(300) NOT NULL,
	minutes INTEGER,
	speaker VARCHAR(300) NOT NULL,
	discussion VARCHAR(20000) NOT NULL,
	result VARCHAR(20000) NOT NULL,
	concern_id CHAR(32),
	CONSTRAINT pk_agenda_item PRIMARY KEY (id),
	CONSTRAINT ck_agenda_item_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT fk_agenda_item_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_agenda_item_concern_id FOREIGN KEY(concern_id) REFERENCES concern (id) ON DELETE SET NULL
);

CREATE INDEX ix_agenda_item_concern_id ON agenda_item (concern_id);

CREATE INDEX ix_agenda_item_event_id ON agenda_item (event_id);

CREATE TABLE resolution (
	id CHAR(32) NOT NULL,
	event_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	wording VARCHAR(2000) NOT NULL,
	votes VARCHAR(200) NOT NULL,
	CONSTRAINT pk_resolution PRIMARY KEY (id),
	CONSTRAINT ck_resolution_wording_not_blank CHECK (trim(wording) <> ''),
	CONSTRAINT fk_resolution_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE INDEX ix_resolution_event_id ON resolution (event_id);

CREATE TABLE task (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	event_id CHAR(32),
	council_id CHAR(32),
	title VARCHAR(300) NOT NULL,
	responsible VARCHAR(300) NOT NULL,
	staff_id CHAR(32),
	due DATE,
	done_on DATE,
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_task PRIMARY KEY (id),
	CONSTRAINT ck_task_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT fk_task_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_task_council_id FOREIGN KEY(council_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT fk_task_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE SET NULL
);

CREATE INDEX ix_task_council_id ON task (council_id);

CREATE INDEX ix_task_due ON task (due);

CREATE INDEX ix_task_event_id ON task (event_id);

CREATE INDEX ix_task_staff_id ON task (staff_id);

CREATE TABLE council_rhythm (
	council_id CHAR(32) NOT NULL,
	interval_days INTEGER NOT NULL,
	CONSTRAINT pk_council_rhythm PRIMARY KEY (council_id),
	CONSTRAINT fk_council_rhythm_council_id FOREIGN KEY(council_id) REFERENCES partner (id) ON DELETE CASCADE
);

CREATE TABLE event_invitee (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	event_id CHAR(32) NOT NULL,
	partner_id CHAR(32),
	name VARCHAR(300) NOT NULL,
	role VARCHAR(200) NOT NULL,
	reply VARCHAR(32) NOT NULL,
	seats INTEGER NOT NULL,
	invited_on DATE,
	replied_on DATE,
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_event_invitee PRIMARY KEY (id),
	CONSTRAINT ck_event_invitee_name_not_blank CHECK (trim(name) <> ''),
	CONSTRAINT fk_event_invitee_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_invitee_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT ck_event_invitee_invitereply CHECK (reply IN ('planned', 'invited', 'accepted', 'attended', 'declined'))
);

CREATE INDEX ix_event_invitee_event_id ON event_invitee (event_id);

CREATE INDEX ix_event_invitee_partner_id ON event_invitee (partner_id);

CREATE TABLE event_outsider (
	id CHAR(32) NOT NULL,
	event_id CHAR(32) NOT NULL,
	role VARCHAR(32) NOT NULL,
	partner_id CHAR(32),
	contact_id CHAR(32),
	words VARCHAR(300) NOT NULL,
	CONSTRAINT pk_event_outsider PRIMARY KEY (id),
	CONSTRAINT ck_event_outsider_somebody CHECK (partner_id is not null or trim(words) <> ''),
	CONSTRAINT fk_event_outsider_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_outsider_assignmentrole CHECK (role IN ('lead', 'speaker', 'crew', 'driver', 'moderation', 'minutes', 'panel', 'adviser', 'host', 'table_host', 'door', 'press_contact', 'security_contact', 'follow_up')),
	CONSTRAINT fk_event_outsider_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_outsider_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL
);

CREATE INDEX ix_event_outsider_contact_id ON event_outsider (contact_id);

CREATE INDEX ix_event_outsider_event_id ON event_outsider (event_id);

CREATE INDEX ix_event_outsider_partner_id ON event_outsider (partner_id);

CREATE TABLE event_tick (
	event_id CHAR(32) NOT NULL,
	work_list VARCHAR(32) NOT NULL,
	"key" VARCHAR(60) NOT NULL,
	title VARCHAR(300) NOT NULL,
	done_on DATE NOT NULL,
	done_by VARCHAR(200) NOT NULL,
	CONSTRAINT pk_event_tick PRIMARY KEY (event_id, work_list, "key"),
	CONSTRAINT fk_event_tick_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT ck_event_tick_worklist CHECK (work_list IN ('timeline', 'checklist'))
);

CREATE TABLE event_mood (
	event_id CHAR(32) NOT NULL,
	very_unsafe INTEGER NOT NULL,
	unsafe INTEGER NOT NULL,
	mixed INTEGER NOT NULL,
	safe INTEGER NOT NULL,
	very_safe INTEGER NOT NULL,
	CONSTRAINT pk_event_mood PRIMARY KEY (event_id),
	CONSTRAINT fk_event_mood_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE membership (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	body_id CHAR(32) NOT NULL,
	member_id CHAR(32) NOT NULL,
	contact_id CHAR(32),
	role VARCHAR(32) NOT NULL,
	first_day DATE,
	last_day DATE,
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_membership PRIMARY KEY (id),
	CONSTRAINT ck_membership_last_day_after_first CHECK (last_day is null or first_day is null or last_day >= first_day),
	CONSTRAINT ck_membership_no_member_of_itself CHECK (body_id <> member_id),
	CONSTRAINT fk_membership_body_id FOREIGN KEY(body_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT fk_membership_member_id FOREIGN KEY(member_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT fk_membership_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL,
	CONSTRAINT ck_membership_membershiprole CHECK (role IN ('chair', 'deputy', 'secretary', 'member', 'adviser', 'guest'))
);

CREATE INDEX ix_membership_body_id ON membership (body_id);

CREATE INDEX ix_membership_contact_id ON membership (contact_id);

CREATE INDEX ix_membership_member_id ON membership (member_id);

CREATE TABLE relation (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	partner_id CHAR(32) NOT NULL,
	other_id CHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	first_day DATE,
	last_day DATE,
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_relation PRIMARY KEY (id),
	CONSTRAINT ck_relation_last_day_after_first CHECK (last_day is null or first_day is null or last_day >= first_day),
	CONSTRAINT ck_relation_no_relation_to_itself CHECK (partner_id <> other_id),
	CONSTRAINT fk_relation_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT fk_relation_other_id FOREIGN KEY(other_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT ck_relation_relationkind CHECK (kind IN ('works_with', 'runs', 'run_by', 'funds', 'funded_by', 'represents', 'represented_by', 'successor_of', 'predecessor_of'))
);

CREATE INDEX ix_relation_other_id ON relation (other_id);

CREATE INDEX ix_relation_partner_id ON relation (partner_id);

CREATE TABLE contact_entry (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	partner_id CHAR(32) NOT NULL,
	day DATE NOT NULL,
	channel VARCHAR(32) NOT NULL,
	subject VARCHAR(500) NOT NULL,
	contact_id CHAR(32),
	event_id CHAR(32),
	CONSTRAINT pk_contact_entry PRIMARY KEY (id),
	CONSTRAINT ck_contact_entry_subject_not_blank CHECK (trim(subject) <> ''),
	CONSTRAINT fk_contact_entry_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT ck_contact_entry_contactchannel CHECK (channel IN ('phone', 'email', 'letter', 'meeting', 'visit', 'event')),
	CONSTRAINT fk_contact_entry_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL,
	CONSTRAINT fk_contact_entry_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL
);

CREATE INDEX ix_contact_entry_contact_id ON contact_entry (contact_id);

CREATE INDEX ix_contact_entry_event_id ON contact_entry (event_id);

CREATE INDEX ix_contact_entry_partner_id ON contact_entry (partner_id);

CREATE TABLE outlet (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(100) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	address VARCHAR(1000) NOT NULL,
	public_address VARCHAR(1000) NOT NULL,
	user VARCHAR(300) NOT NULL,
	audience VARCHAR(32) NOT NULL,
	tours VARCHAR(32) NOT NULL,
	web_page BOOLEAN NOT NULL,
	is_active BOOLEAN NOT NULL,
	CONSTRAINT pk_outlet PRIMARY KEY (id),
	CONSTRAINT ck_outlet_name_not_blank CHECK (trim(name) <> ''),
	CONSTRAINT ck_outlet_address_not_blank CHECK (trim(address) <> ''),
	CONSTRAINT ck_outlet_outletkind CHECK (kind IN ('folder', 'caldav')),
	CONSTRAINT ck_outlet_audience CHECK (audience IN ('public', 'partners', 'internal')),
	CONSTRAINT ck_outlet_tourshape CHECK (tours IN ('stops', 'bars', 'both'))
);

CREATE TABLE outlet_resource (
	outlet_id CHAR(32) NOT NULL,
	collection VARCHAR(40) NOT NULL,
	href VARCHAR(1000) NOT NULL,
	uid VARCHAR(100) NOT NULL,
	etag VARCHAR(300) NOT NULL,
	digest VARCHAR(64) NOT NULL,
	sequence INTEGER NOT NULL,
	CONSTRAINT pk_outlet_resource PRIMARY KEY (outlet_id, collection, href)
);

CREATE INDEX ix_outlet_resource_uid ON outlet_resource (uid);

CREATE TABLE outlet_collection (
	outlet_id CHAR(32) NOT NULL,
	collection VARCHAR(40) NOT NULL,
	url VARCHAR(1000) NOT NULL,
	tag VARCHAR(1000) NOT NULL,
	CONSTRAINT pk_outlet_collection PRIMARY KEY (outlet_id, collection)
);

CREATE TABLE outlet_result (
	outlet_id CHAR(32) NOT NULL,
	finished_at DATETIME NOT NULL,
	written INTEGER NOT NULL,
	removed INTEGER NOT NULL,
	unchanged INTEGER NOT NULL,
	waiting INTEGER NOT NULL,
	trouble VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_outlet_result PRIMARY KEY (outlet_id)
);

CREATE TABLE partner (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(300) NOT NULL,
	category VARCHAR(32) NOT NULL,
	schulform VARCHAR(32),
	office_kind VARCHAR(32),
	parent_id CHAR(32),
	street VARCHAR(200) NOT NULL,
	postcode VARCHAR(10) NOT NULL,
	town VARCHAR(200) NOT NULL,
	ags VARCHAR(8),
	kreis_ags VARCHAR(5),
	phone VARCHAR(100) NOT NULL,
	email VARCHAR(300) NOT NULL,
	website VARCHAR(2000) NOT NULL,
	notes VARCHAR(20000) NOT NULL,
	confirmed BOOLEAN NOT NULL,
	last_contact DATE,
	source VARCHAR(300) NOT NULL,
	source_id VARCHAR(100) NOT NULL,
	match_key VARCHAR(600) NOT NULL,
	sort_key VARCHAR(300) NOT NULL,
	CONSTRAINT pk_partner PRIMARY KEY (id),
	CONSTRAINT ck_partner_name_not_blank CHECK (trim(name) <> ''),
	CONSTRAINT ck_partner_no_parent_of_itself CHECK (parent_id is null or parent_id <> id),
	CONSTRAINT ck_partner_partnercategory CHECK (category IN ('school', 'kindergarten', 'university', 'adult_education', 'ordnungsamt', 'jugendamt', 'other_office', 'gemeinde', 'kreis', 'police', 'fire_brigade', 'club', 'association', 'church', 'advice_centre', 'company', 'research', 'job_centre', 'council', 'citizen', 'media', 'other')),
	CONSTRAINT ck_partner_schulform CHECK (schulform IN ('grundschule', 'sekundarschule', 'gemeinschaftsschule', 'gesamtschule', 'gymnasium', 'foerderschule', 'berufsbildende_schule', 'waldorfschule', 'other')),
	CONSTRAINT ck_partner_officekind CHECK (office_kind IN ('bauamt', 'auslaenderbehoerde', 'verkehrsamt', 'schulamt', 'sozialamt', 'gesundheitsamt', 'employment_agency', 'equality', 'integration', 'justice', 'other')),
	CONSTRAINT fk_partner_parent_id FOREIGN KEY(parent_id) REFERENCES partner (id) ON DELETE SET NULL
);

CREATE INDEX ix_partner_category ON partner (category);

CREATE INDEX ix_partner_kreis_ags ON partner (kreis_ags);

CREATE INDEX ix_partner_match_key ON partner (match_key);

CREATE INDEX ix_partner_parent_id ON partner (parent_id);

CREATE INDEX ix_partner_sort_key_id ON partner (sort_key, id);

CREATE TABLE contact (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	partner_id CHAR(32) NOT NULL,
	role VARCHAR(200) NOT NULL,
	name VARCHAR(200) NOT NULL,
	phone VARCHAR(100) NOT NULL,
	email VARCHAR(300) NOT NULL,
	legal_basis VARCHAR(32) NOT NULL,
	source VARCHAR(300) NOT NULL,
	review_on DATE,
	notes VARCHAR(2000) NOT NULL,
	CONSTRAINT pk_contact PRIMARY KEY (id),
	CONSTRAINT ck_contact_role_not_blank CHECK (trim(role) <> ''),
	CONSTRAINT fk_contact_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE,
	CONSTRAINT ck_contact_legalbasis CHECK (legal_basis IN ('public_task', 'consent', 'contract', 'published'))
);

CREATE INDEX ix_contact_partner_id ON contact (partner_id);

CREATE TABLE partner_area (
	partner_id CHAR(32) NOT NULL,
	area VARCHAR(9) NOT NULL,
	CONSTRAINT pk_partner_area PRIMARY KEY (partner_id, area),
	CONSTRAINT fk_partner_area_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
);

CREATE INDEX ix_partner_area_area ON partner_area (area);

CREATE TABLE contact_area (
	contact_id CHAR(32) NOT NULL,
	area VARCHAR(9) NOT NULL,
	CONSTRAINT pk_contact_area PRIMARY KEY (contact_id, area),
	CONSTRAINT fk_contact_area_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
);

CREATE INDEX ix_contact_area_area ON contact_area (area);

CREATE TABLE site (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(300) NOT NULL,
	ags VARCHAR(8),
	kreis_ags VARCHAR(5),
	street VARCHAR(200) NOT NULL,
	postcode VARCHAR(10) NOT NULL,
	town VARCHAR(200) NOT NULL,
	latitude FLOAT,
	longitude FLOAT,
	surface VARCHAR(32) NOT NULL,
	slope_percent FLOAT,
	length_m FLOAT,
	width_m FLOAT,
	height_m FLOAT,
	weight_limit_kg INTEGER,
	sockets_230v INTEGER NOT NULL,
	cee_16a INTEGER NOT NULL,
	cee_32a INTEGER NOT NULL,
	power_distance_m FLOAT,
	step_free BOOLEAN,
	key_holder VARCHAR(300) NOT NULL,
	market_days VARCHAR(20) NOT NULL,
	permit_authority VARCHAR(300) NOT NULL,
	permit_lead_days INTEGER NOT NULL,
	permit_state VARCHAR(32) NOT NULL,
	notes VARCHAR(20000) NOT NULL,
	access VARCHAR(2000) NOT NULL,
	photo VARCHAR(64) NOT NULL,
	photo_alt VARCHAR(500) NOT NULL,
	CONSTRAINT pk_site PRIMARY KEY (id),
	CONSTRAINT ck_site_name_not_blank CHECK (trim(name) <> ''),
	CONSTRAINT ck_site_surface CHECK (surface IN ('asphalt', 'paving', 'gravel', 'grass', 'unknown')),
	CONSTRAINT ck_site_permitstate CHECK (permit_state IN ('not_needed', 'missing', 'applied', 'granted', 'refused'))
);

CREATE INDEX ix_site_kreis_ags ON site (kreis_ags);

CREATE INDEX ix_site_name ON site (name);

CREATE TABLE project (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title VARCHAR(300) NOT NULL,
	kreis_ags VARCHAR(5),
	partner_id CHAR(32),
	adviser_id CHAR(32),
	university_id CHAR(32),
	student VARCHAR(200) NOT NULL,
	student_until DATE,
	question VARCHAR(4000) NOT NULL,
	first_day DATE,
	last_day DATE,
	result VARCHAR(4000) NOT NULL,
	notes VARCHAR(20000) NOT NULL,
	CONSTRAINT pk_project PRIMARY KEY (id),
	CONSTRAINT ck_project_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT ck_project_days_in_order CHECK (last_day is null or first_day is null or last_day >= first_day),
	CONSTRAINT ck_project_projectkind CHECK (kind IN ('regional_analysis', 'advisory')),
	CONSTRAINT fk_project_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT fk_project_adviser_id FOREIGN KEY(adviser_id) REFERENCES staff (id) ON DELETE SET NULL,
	CONSTRAINT fk_project_university_id FOREIGN KEY(university_id) REFERENCES partner (id) ON DELETE SET NULL
);

CREATE INDEX ix_project_adviser_id ON project (adviser_id);

CREATE INDEX ix_project_kind ON project (kind);

CREATE INDEX ix_project_kreis_ags ON project (kreis_ags);

CREATE INDEX ix_project_partner_id ON project (partner_id);

CREATE INDEX ix_project_university_id ON project (university_id);

CREATE TABLE project_stage (
	id CHAR(32) NOT NULL,
	project_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	title VARCHAR(300) NOT NULL,
	due DATE,
	done_on DATE,
	CONSTRAINT pk_project_stage PRIMARY KEY (id),
	CONSTRAINT fk_project_stage_project_id FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);

CREATE INDEX ix_project_stage_project_id ON project_stage (project_id);

CREATE TABLE publication (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	title VARCHAR(300) NOT NULL,
	edition VARCHAR(100) NOT NULL,
	language VARCHAR(20) NOT NULL,
	publisher VARCHAR(300) NOT NULL,
	topic_id CHAR(32),
	minimum INTEGER NOT NULL,
	pack_size INTEGER,
	valid_until DATE,
	replaced_by_id CHAR(32),
	storage VARCHAR(300) NOT NULL,
	notes VARCHAR(4000) NOT NULL,
	CONSTRAINT pk_publication PRIMARY KEY (id),
	CONSTRAINT ck_publication_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT fk_publication_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE SET NULL,
	CONSTRAINT fk_publication_replaced_by_id FOREIGN KEY(replaced_by_id) REFERENCES publication (id) ON DELETE SET NULL
);

CREATE INDEX ix_publication_replaced_by_id ON publication (replaced_by_id);

CREATE INDEX ix_publication_topic_id ON publication (topic_id);

CREATE TABLE stock_movement (
	id CHAR(32) NOT NULL,
	publication_id CHAR(32) NOT NULL,
	day DATE NOT NULL,
	quantity INTEGER NOT NULL,
	reason VARCHAR(32) NOT NULL,
	notes VARCHAR(500) NOT NULL,
	CONSTRAINT pk_stock_movement PRIMARY KEY (id),
	CONSTRAINT fk_stock_movement_publication_id FOREIGN KEY(publication_id) REFERENCES publication (id) ON DELETE CASCADE,
	CONSTRAINT ck_stock_movement_stockreason CHECK (reason IN ('delivery', 'inventory', 'sent', 'discarded'))
);

CREATE INDEX ix_stock_movement_publication_id ON stock_movement (publication_id);

CREATE TABLE event_publication (
	event_id CHAR(32) NOT NULL,
	publication_id CHAR(32) NOT NULL,
	planned INTEGER,
	handed_out INTEGER,
	CONSTRAINT pk_event_publication PRIMARY KEY (event_id, publication_id),
	CONSTRAINT fk_event_publication_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_publication_publication_id FOREIGN KEY(publication_id) REFERENCES publication (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_publication_publication_id ON event_publication (publication_id);

CREATE TABLE plan_version (
	number INTEGER NOT NULL,
	released_at DATETIME NOT NULL,
	author VARCHAR(300) NOT NULL,
	note VARCHAR(2000) NOT NULL,
	events INTEGER NOT NULL,
	change INTEGER NOT NULL,
	CONSTRAINT pk_plan_version PRIMARY KEY (number)
);

CREATE TABLE plan_entry (
	event_id CHAR(32) NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER,
	number VARCHAR(20) NOT NULL,
	uid VARCHAR(100) NOT NULL,
	sequence INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	state VARCHAR(32) NOT NULL,
	audience VARCHAR(32) NOT NULL,
	title VARCHAR(300) NOT NULL,
	all_day BOOLEAN NOT NULL,
	starts_at DATETIME,
	ends_at DATETIME,
	first_day DATE,
	last_day DATE,
	place VARCHAR(1000) NOT NULL,
	town VARCHAR(200) NOT NULL,
	ags VARCHAR(8),
	kreis_ags VARCHAR(5),
	vehicle_id CHAR(32),
	tour_day_id CHAR(32),
	marks VARCHAR NOT NULL,
	CONSTRAINT pk_plan_entry PRIMARY KEY (event_id, since),
	CONSTRAINT ck_plan_entry_eventkind CHECK (kind IN ('mobile_stop', 'citizen_dialogue', 'expert_dialogue', 'lecture', 'information_event', 'consultation', 'joint_patrol', 'council_meeting', 'training', 'information_exchange', 'online')),
	CONSTRAINT ck_plan_entry_eventstate CHECK (state IN ('idea', 'requested', 'tentative', 'confirmed', 'held', 'reviewed', 'declined', 'cancelled', 'postponed')),
	CONSTRAINT ck_plan_entry_audience CHECK (audience IN ('public', 'partners', 'internal'))
);

CREATE INDEX ix_plan_entry_until ON plan_entry (until);

CREATE TABLE printed_sheet (
	id CHAR(32) NOT NULL,
	document VARCHAR(60) NOT NULL,
	event_id CHAR(32),
	tour_id CHAR(32),
	day DATE,
	kreis_ags VARCHAR(5),
	year INTEGER,
	title VARCHAR(300) NOT NULL,
	version INTEGER,
	code VARCHAR(20) NOT NULL,
	printed_at DATETIME NOT NULL,
	author VARCHAR(300) NOT NULL,
	site_id CHAR(32),
	vehicle_id CHAR(32),
	partner_id CHAR(32),
	snapshot_id CHAR(32),
	edition_id CHAR(32),
	since INTEGER,
	CONSTRAINT pk_printed_sheet PRIMARY KEY (id)
);

CREATE INDEX ix_printed_sheet_day ON printed_sheet (day);

CREATE INDEX ix_printed_sheet_event_id ON printed_sheet (event_id);

CREATE INDEX ix_printed_sheet_tour_id ON printed_sheet (tour_id);

CREATE TABLE report_snapshot (
	id CHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title VARCHAR(300) NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	question VARCHAR(10000) NOT NULL,
	content VARCHAR(10000000) NOT NULL,
	digest VARCHAR(64) NOT NULL,
	author VARCHAR(200) NOT NULL,
	frozen_at DATETIME NOT NULL,
	CONSTRAINT pk_report_snapshot PRIMARY KEY (id),
	CONSTRAINT ck_report_snapshot_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT ck_report_snapshot_reportkind CHECK (kind IN ('parliament', 'annual'))
);

CREATE INDEX ix_report_snapshot_kind ON report_snapshot (kind);

CREATE TABLE request (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	requester VARCHAR(300) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	topic VARCHAR(300) NOT NULL,
	partner_id CHAR(32),
	offer_id CHAR(32),
	contact_name VARCHAR(200) NOT NULL,
	contact_role VARCHAR(200) NOT NULL,
	phone VARCHAR(100) NOT NULL,
	email VARCHAR(300) NOT NULL,
	schulform VARCHAR(32),
	school_grade VARCHAR(100) NOT NULL,
	listeners VARCHAR(500) NOT NULL,
	prior_knowledge VARCHAR(2000) NOT NULL,
	teacher_present BOOLEAN,
	room_technique VARCHAR(2000) NOT NULL,
	occasion VARCHAR(500) NOT NULL,
	place VARCHAR(300) NOT NULL,
	street VARCHAR(200) NOT NULL,
	postcode VARCHAR(10) NOT NULL,
	town VARCHAR(200) NOT NULL,
	ags VARCHAR(8),
	kreis_ags VARCHAR(5),
	duration_minutes INTEGER,
	earliest DATE,
	latest DATE,
	weekdays VARCHAR(7) NOT NULL,
	from_minute INTEGER,
	to_minute INTEGER,
	equipment VARCHAR(1000) NOT NULL,
	priority INTEGER NOT NULL,
	expected INTEGER,
	press_expected BOOLEAN NOT NULL,
	closed BOOLEAN NOT NULL,
	needs VARCHAR(2000) NOT NULL,
	security_remarks VARCHAR(20000) NOT NULL,
	notes VARCHAR(20000) NOT NULL,
	received_on DATE,
	answer_by DATE,
	waiting_since DATE,
	decided_on DATE,
	decline_cause VARCHAR(32),
	declined_reason VARCHAR(2000) NOT NULL,
	unplanned_reason VARCHAR(40),
	event_id CHAR(32),
	match_key VARCHAR(900) NOT NULL,
	CONSTRAINT pk_request PRIMARY KEY (id),
	CONSTRAINT ck_request_requester_not_blank CHECK (trim(requester) <> ''),
	CONSTRAINT ck_request_latest_after_earliest CHECK (latest is null or earliest is null or latest >= earliest),
	CONSTRAINT ck_request_priority_one_to_three CHECK (priority between 1 and 3),
	CONSTRAINT ck_request_requeststate CHECK (state IN ('open', 'waiting', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT ck_request_eventkind CHECK (kind IN ('mobile_stop', 'citizen_dialogue', 'expert_dialogue', 'lecture', 'information_event', 'consultation', 'joint_patrol', 'council_meeting', 'training', 'information_exchange', 'online')),
	CONSTRAINT fk_request_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT fk_request_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE SET NULL,
	CONSTRAINT ck_request_schulform CHECK (schulform IN ('grundschule', 'sekundarschule', 'gemeinschaftsschule', 'gesamtschule', 'gymnasium', 'foerderschule', 'berufsbildende_schule', 'waldorfschule', 'other')),
	CONSTRAINT ck_request_declinecause CHECK (decline_cause IN ('capacity', 'no_date', 'too_late', 'not_our_task', 'topic', 'unqualified', 'withdrawn', 'other')),
	CONSTRAINT fk_request_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL
);

CREATE INDEX ix_request_decline_cause ON request (decline_cause);

CREATE INDEX ix_request_event_id ON request (event_id);

CREATE INDEX ix_request_kreis_ags ON request (kreis_ags);

CREATE INDEX ix_request_match_key ON request (match_key);

CREATE INDEX ix_request_offer_id ON request (offer_id);

CREATE INDEX ix_request_partner_id ON request (partner_id);

CREATE INDEX ix_request_state ON request (state);

CREATE TABLE request_wish (
	request_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	from_minute INTEGER,
	to_minute INTEGER,
	CONSTRAINT pk_request_wish PRIMARY KEY (request_id, position),
	CONSTRAINT fk_request_wish_request_id FOREIGN KEY(request_id) REFERENCES request (id) ON DELETE CASCADE
);

CREATE TABLE tally_stroke (
	id CHAR(32) NOT NULL,
	event_id CHAR(32) NOT NULL,
	target_group_id CHAR(32),
	quantity INTEGER NOT NULL,
	struck_at DATETIME NOT NULL,
	takes_back CHAR(32),
	CONSTRAINT pk_tally_stroke PRIMARY KEY (id),
	CONSTRAINT uq_tally_stroke_takes_back UNIQUE (takes_back)
);

CREATE INDEX ix_tally_stroke_event_id ON tally_stroke (event_id);

CREATE TABLE tally_group (
	event_id CHAR(32) NOT NULL,
	target_group_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_tally_group PRIMARY KEY (event_id, target_group_id)
);

CREATE TABLE event_tally (
	event_id CHAR(32) NOT NULL,
	target_group_id CHAR(32) NOT NULL,
	hour DATETIME NOT NULL,
	visitors INTEGER NOT NULL,
	CONSTRAINT pk_event_tally PRIMARY KEY (event_id, target_group_id, hour),
	CONSTRAINT fk_event_tally_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_event_tally_target_group_id FOREIGN KEY(target_group_id) REFERENCES target_group (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_tally_target_group_id ON event_tally (target_group_id);

CREATE TABLE target (
	kreis_ags VARCHAR(5) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	half_year VARCHAR(7) NOT NULL,
	aim INTEGER NOT NULL,
	CONSTRAINT pk_target PRIMARY KEY (kreis_ags, kind, half_year),
	CONSTRAINT ck_target_eventkind CHECK (kind IN ('mobile_stop', 'citizen_dialogue', 'expert_dialogue', 'lecture', 'information_event', 'consultation', 'joint_patrol', 'council_meeting', 'training', 'information_exchange', 'online'))
);

CREATE TABLE vehicle (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	depot_town VARCHAR(200) NOT NULL,
	depot_postcode VARCHAR(10) NOT NULL,
	depot_ags VARCHAR(8),
	available_from TIME NOT NULL,
	available_to TIME NOT NULL,
	max_duty_minutes INTEGER NOT NULL,
	max_drive_minutes INTEGER NOT NULL,
	length_m FLOAT,
	width_m FLOAT,
	height_m FLOAT,
	weight_kg INTEGER,
	seats INTEGER,
	power VARCHAR(200) NOT NULL,
	licence_class VARCHAR(20) NOT NULL,
	notes VARCHAR(20000) NOT NULL,
	cable_m FLOAT,
	CONSTRAINT pk_vehicle PRIMARY KEY (id),
	CONSTRAINT ck_vehicle_name_not_blank CHECK (trim(name) <> '')
);

CREATE TABLE equipment (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	quantity INTEGER NOT NULL,
	CONSTRAINT pk_equipment PRIMARY KEY (id),
	CONSTRAINT ck_equipment_name_not_blank CHECK (trim(name) <> '')
);

CREATE TABLE vehicle_equipment (
	vehicle_id CHAR(32) NOT NULL,
	equipment_id CHAR(32) NOT NULL,
	CONSTRAINT pk_vehicle_equipment PRIMARY KEY (vehicle_id, equipment_id),
	CONSTRAINT fk_vehicle_equipment_vehicle_id FOREIGN KEY(vehicle_id) REFERENCES vehicle (id) ON DELETE CASCADE,
	CONSTRAINT fk_vehicle_equipment_equipment_id FOREIGN KEY(equipment_id) REFERENCES equipment (id) ON DELETE CASCADE
);

CREATE INDEX ix_vehicle_equipment_equipment_id ON vehicle_equipment (equipment_id);

CREATE TABLE booking (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	vehicle_id CHAR(32),
	equipment_id CHAR(32),
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	purpose VARCHAR(300) NOT NULL,
	CONSTRAINT pk_booking PRIMARY KEY (id),
	CONSTRAINT fk_booking_vehicle_id FOREIGN KEY(vehicle_id) REFERENCES vehicle (id) ON DELETE CASCADE,
	CONSTRAINT fk_booking_equipment_id FOREIGN KEY(equipment_id) REFERENCES equipment (id) ON DELETE CASCADE
);

CREATE INDEX ix_booking_equipment_id ON booking (equipment_id);

CREATE INDEX ix_booking_vehicle_id ON booking (vehicle_id);

CREATE TABLE staff (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	office VARCHAR(300) NOT NULL,
	phone VARCHAR(100) NOT NULL,
	email VARCHAR(300) NOT NULL,
	confidential BOOLEAN NOT NULL,
	capacity_per_month INTEGER,
	notes VARCHAR(20000) NOT NULL,
	CONSTRAINT pk_staff PRIMARY KEY (id),
	CONSTRAINT ck_staff_name_not_blank CHECK (trim(name) <> '')
);

CREATE TABLE staff_absence (
	id CHAR(32) NOT NULL,
	staff_id CHAR(32) NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	reason VARCHAR(300) NOT NULL,
	uid VARCHAR(350) NOT NULL,
	CONSTRAINT pk_staff_absence PRIMARY KEY (id),
	CONSTRAINT fk_staff_absence_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);

CREATE INDEX ix_staff_absence_staff_id ON staff_absence (staff_id);

CREATE TABLE qualification (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	CONSTRAINT pk_qualification PRIMARY KEY (id),
	CONSTRAINT ck_qualification_name_not_blank CHECK (trim(name) <> '')
);

CREATE TABLE staff_qualification (
	staff_id CHAR(32) NOT NULL,
	qualification_id CHAR(32) NOT NULL,
	valid_until DATE,
	CONSTRAINT pk_staff_qualification PRIMARY KEY (staff_id, qualification_id),
	CONSTRAINT fk_staff_qualification_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE,
	CONSTRAINT fk_staff_qualification_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id) ON DELETE CASCADE
);

CREATE INDEX ix_staff_qualification_qualification_id ON staff_qualification (qualification_id);

CREATE TABLE tour (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	title VARCHAR(300) NOT NULL,
	state VARCHAR(32) NOT NULL,
	notes VARCHAR(20000) NOT NULL,
	CONSTRAINT pk_tour PRIMARY KEY (id),
	CONSTRAINT ck_tour_title_not_blank CHECK (trim(title) <> ''),
	CONSTRAINT ck_tour_tourstate CHECK (state IN ('draft', 'agreed', 'done'))
);

CREATE TABLE tour_day (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	tour_id CHAR(32) NOT NULL,
	day DATE NOT NULL,
	vehicle_id CHAR(32) NOT NULL,
	overnight_ags VARCHAR(8),
	notes VARCHAR(20000) NOT NULL,
	CONSTRAINT pk_tour_day PRIMARY KEY (id),
	CONSTRAINT uq_tour_day_tour_id_day_vehicle_id UNIQUE (tour_id, day, vehicle_id),
	CONSTRAINT fk_tour_day_tour_id FOREIGN KEY(tour_id) REFERENCES tour (id) ON DELETE CASCADE,
	CONSTRAINT fk_tour_day_vehicle_id FOREIGN KEY(vehicle_id) REFERENCES vehicle (id) ON DELETE CASCADE
);

CREATE INDEX ix_tour_day_day ON tour_day (day);

CREATE INDEX ix_tour_day_tour_id ON tour_day (tour_id);

CREATE INDEX ix_tour_day_vehicle_id ON tour_day (vehicle_id);

CREATE TABLE tour_day_crew (
	tour_day_id CHAR(32) NOT NULL,
	staff_id CHAR(32) NOT NULL,
	CONSTRAINT pk_tour_day_crew PRIMARY KEY (tour_day_id, staff_id),
	CONSTRAINT fk_tour_day_crew_tour_day_id FOREIGN KEY(tour_day_id) REFERENCES tour_day (id) ON DELETE CASCADE,
	CONSTRAINT fk_tour_day_crew_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);

CREATE INDEX ix_tour_day_crew_staff_id ON tour_day_crew (staff_id);

CREATE TABLE stop (
	event_id CHAR(32) NOT NULL,
	tour_day_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_stop PRIMARY KEY (event_id),
	CONSTRAINT fk_stop_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_stop_tour_day_id FOREIGN KEY(tour_day_id) REFERENCES tour_day (id) ON DELETE CASCADE
);

CREATE INDEX ix_stop_tour_day_id ON stop (tour_day_id);

CREATE TABLE tour_identity (
	tour_id CHAR(32) NOT NULL,
	scope VARCHAR(200) NOT NULL,
	uid VARCHAR(100) NOT NULL,
	sequence INTEGER NOT NULL,
	sent VARCHAR NOT NULL,
	sent_at DATETIME,
	CONSTRAINT pk_tour_identity PRIMARY KEY (tour_id, scope),
	CONSTRAINT uq_tour_identity_uid UNIQUE (uid)
);

CREATE TABLE topic (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	area VARCHAR(100) NOT NULL,
	valid_from DATE,
	valid_until DATE,
	qualification_id CHAR(32),
	CONSTRAINT pk_topic PRIMARY KEY (id),
	CONSTRAINT ck_topic_name_not_blank CHECK (trim(name) <> ''),
	CONSTRAINT uq_topic_name UNIQUE (name),
	CONSTRAINT fk_topic_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id) ON DELETE SET NULL
);

CREATE TABLE target_group (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	CONSTRAINT pk_target_group PRIMARY KEY (id),
	CONSTRAINT ck_target_group_name_not_blank CHECK (trim(name) <> ''),
	CONSTRAINT uq_target_group_name UNIQUE (name)
);

CREATE TABLE setting (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR(100) NOT NULL,
	value VARCHAR(3000000) NOT NULL,
	CONSTRAINT pk_setting PRIMARY KEY (id),
	CONSTRAINT uq_setting_name UNIQUE (name)
);

CREATE TABLE travel_override (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	from_ags VARCHAR(8) NOT NULL,
	to_ags VARCHAR(8) NOT NULL,
	minutes INTEGER NOT NULL,
	kilometres FLOAT,
	CONSTRAINT pk_travel_override PRIMARY KEY (id)
);

CREATE INDEX ix_travel_override_from_ags ON travel_override (from_ags);

CREATE INDEX ix_travel_override_to_ags ON travel_override (to_ags);

CREATE TABLE saved_filter (
	id CHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	page VARCHAR(50) NOT NULL,
	name VARCHAR(200) NOT NULL,
	"query" VARCHAR(10000) NOT NULL,
	CONSTRAINT pk_saved_filter PRIMARY KEY (id),
	CONSTRAINT ck_saved_filter_name_not_blank CHECK (trim(name) <> '')
);

CREATE INDEX ix_saved_filter_page ON saved_filter (page);

CREATE TABLE form_draft (
	"key" VARCHAR(100) NOT NULL,
	content VARCHAR(1000000) NOT NULL,
	saved_at DATETIME NOT NULL,
	CONSTRAINT pk_form_draft PRIMARY KEY ("key")
);

CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'merge', 'erase', 'migrate')),
  reverts INTEGER UNIQUE REFERENCES step (id),
  msgid TEXT NOT NULL,
  params TEXT NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  at TEXT NOT NULL,
  revision TEXT NOT NULL,
  barrier INTEGER NOT NULL DEFAULT 0,
  first INTEGER NOT NULL,
  last INTEGER
);

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D', 'X')),
  key NOT NULL,
  was TEXT
);

CREATE INDEX change_key ON change (key);

CREATE TABLE journal_now (one INTEGER PRIMARY KEY CHECK (one = 1), step INTEGER);

INSERT INTO journal_now VALUES (1, NULL);

CREATE TABLE search (
  k INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, sort TEXT, fold TEXT NOT NULL, UNIQUE (ref, kind)
);

CREATE TABLE search_waiting (k INTEGER PRIMARY KEY, was TEXT);

CREATE VIEW search_feed AS SELECT kind, ref, sort, fold AS words FROM search;

CREATE VIRTUAL TABLE search_word USING fts5(fold, content='search', content_rowid='k', prefix='1 2 3');

CREATE VIRTUAL TABLE search_part
  USING fts5(fold, content='search', content_rowid='k', tokenize='trigram', detail='none');

