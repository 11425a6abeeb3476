CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE accepted_doubt (
	row_id TEXT NOT NULL,
	code TEXT NOT NULL,
	value TEXT NOT NULL,
	person_id TEXT,
	CONSTRAINT pk_accepted_doubt PRIMARY KEY (row_id, code)
)
 STRICT;
CREATE TABLE blob (
	sha256 TEXT NOT NULL,
	media_type TEXT NOT NULL,
	size INTEGER NOT NULL,
	data BLOB NOT NULL,
	CONSTRAINT pk_blob PRIMARY KEY (sha256)
)
 STRICT;
CREATE TABLE draft (
	"key" TEXT NOT NULL,
	saved_at TEXT NOT NULL,
	content TEXT NOT NULL,
	person_id TEXT,
	CONSTRAINT pk_draft PRIMARY KEY ("key")
)
 STRICT;
CREATE TABLE erasure (
	ref TEXT NOT NULL,
	what TEXT NOT NULL,
	part INTEGER NOT NULL,
	texts INTEGER NOT NULL,
	erased_on TEXT NOT NULL,
	finished INTEGER NOT NULL,
	CONSTRAINT pk_erasure PRIMARY KEY (ref)
)
 STRICT;
CREATE TABLE file_fact (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_file_fact PRIMARY KEY ("key")
)
 STRICT;
CREATE TABLE household (
	name TEXT NOT NULL,
	letter_style TEXT NOT NULL,
	joint_dues INTEGER NOT NULL,
	binned_at TEXT,
	merged_into TEXT,
	erased_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_household PRIMARY KEY (id),
	CONSTRAINT fk_household_merged_into FOREIGN KEY(merged_into) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_household_letter_style_code CHECK (letter_style IN ('one', 'each'))
)
 STRICT;
CREATE TABLE merge_question (
	kind TEXT NOT NULL,
	table_name TEXT NOT NULL,
	row_id TEXT NOT NULL,
	fields TEXT NOT NULL,
	mine TEXT NOT NULL,
	theirs TEXT NOT NULL,
	mine_by TEXT NOT NULL,
	mine_at TEXT,
	theirs_by TEXT NOT NULL,
	theirs_at TEXT,
	device TEXT NOT NULL,
	person_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_merge_question PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE network_figures (
	sender TEXT NOT NULL,
	year INTEGER NOT NULL,
	country TEXT NOT NULL,
	region TEXT NOT NULL,
	size TEXT NOT NULL,
	made_on TEXT,
	least INTEGER NOT NULL,
	figures TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_network_figures PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE other_laptop (
	device TEXT NOT NULL,
	editor TEXT NOT NULL,
	last_step TEXT NOT NULL,
	brought_at TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_other_laptop PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE own_field (
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	choices TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_own_field PRIMARY KEY (id),
	CONSTRAINT uq_own_field_name UNIQUE (name),
	CONSTRAINT ck_own_field_kind_code CHECK (kind IN ('text', 'number', 'day', 'yes_no', 'choice'))
)
 STRICT;
CREATE TABLE search_entry (
	id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	ref TEXT NOT NULL,
	"key" TEXT NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT pk_search_entry PRIMARY KEY (id),
	CONSTRAINT uq_search_entry_kind_ref UNIQUE (kind, ref)
)
 STRICT;
CREATE TABLE step (
	id TEXT NOT NULL,
	"order" INTEGER NOT NULL,
	at TEXT NOT NULL,
	editor TEXT NOT NULL,
	device TEXT NOT NULL,
	code TEXT NOT NULL,
	refs TEXT NOT NULL,
	undoes TEXT,
	undone_by TEXT,
	brought_by TEXT,
	CONSTRAINT pk_step PRIMARY KEY (id),
	CONSTRAINT fk_step_undoes FOREIGN KEY(undoes) REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_step_undone_by FOREIGN KEY(undone_by) REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_step_brought_by FOREIGN KEY(brought_by) REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE tag (
	name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_tag PRIMARY KEY (id),
	CONSTRAINT uq_tag_name UNIQUE (name)
)
 STRICT;
CREATE TABLE territory (
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	country TEXT NOT NULL,
	subdivision TEXT NOT NULL,
	zone TEXT NOT NULL,
	parent_id TEXT,
	is_home INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_territory PRIMARY KEY (id),
	CONSTRAINT fk_territory_parent_id FOREIGN KEY(parent_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_territory_kind_code CHECK (kind IN ('town', 'district', 'region', 'country'))
)
 STRICT;
CREATE TABLE theme (
	parent_id TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_theme PRIMARY KEY (id),
	CONSTRAINT fk_theme_parent_id FOREIGN KEY(parent_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE twinning_statistic (
	code TEXT NOT NULL,
	a_country TEXT NOT NULL,
	a_region TEXT NOT NULL,
	b_country TEXT NOT NULL,
	b_region TEXT NOT NULL,
	count INTEGER NOT NULL,
	as_of TEXT,
	source TEXT NOT NULL,
	note TEXT NOT NULL,
	hidden INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_twinning_statistic PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE unusable_input (
	row_id TEXT NOT NULL,
	field TEXT NOT NULL,
	table_name TEXT NOT NULL,
	typed TEXT NOT NULL,
	reason TEXT NOT NULL,
	saved_at TEXT NOT NULL,
	person_id TEXT,
	CONSTRAINT pk_unusable_input PRIMARY KEY (row_id, field)
)
 STRICT;
CREATE TABLE venue (
	name TEXT NOT NULL,
	address TEXT NOT NULL,
	step_free INTEGER,
	lift INTEGER,
	accessible_wc INTEGER,
	induction_loop INTEGER,
	parking INTEGER,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_venue PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE change (
	id INTEGER NOT NULL,
	step_id TEXT NOT NULL,
	table_name TEXT NOT NULL,
	row_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	fields TEXT NOT NULL,
	CONSTRAINT pk_change PRIMARY KEY (id),
	CONSTRAINT fk_change_step_id FOREIGN KEY(step_id) REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE directory_link (
	pair TEXT NOT NULL,
	type TEXT NOT NULL,
	status TEXT NOT NULL,
	a_name TEXT NOT NULL,
	a_addition TEXT NOT NULL,
	a_written TEXT NOT NULL,
	a_key TEXT NOT NULL,
	a_region TEXT NOT NULL,
	a_country TEXT NOT NULL,
	a_territory_id TEXT,
	b_name TEXT NOT NULL,
	b_addition TEXT NOT NULL,
	b_written TEXT NOT NULL,
	b_key TEXT NOT NULL,
	b_region TEXT NOT NULL,
	b_country TEXT NOT NULL,
	b_territory_id TEXT,
	since TEXT,
	until TEXT,
	both_sides INTEGER NOT NULL,
	source TEXT NOT NULL,
	as_of TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_directory_link PRIMARY KEY (id),
	CONSTRAINT fk_directory_link_a_territory_id FOREIGN KEY(a_territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_directory_link_b_territory_id FOREIGN KEY(b_territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_directory_link_type_code CHECK (type IN ('twinning', 'friendship', 'contact', 'project', 'solidarity', 'institution', 'regional', 'triangle')),
	CONSTRAINT ck_directory_link_status_code CHECK (status IN ('active', 'dormant', 'relaunched', 'ended'))
)
 STRICT;
CREATE TABLE free_days (
	territory_id TEXT NOT NULL,
	name TEXT NOT NULL,
	first TEXT NOT NULL,
	last TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_free_days PRIMARY KEY (id),
	CONSTRAINT fk_free_days_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE hosting (
	household_id TEXT NOT NULL,
	can_host INTEGER NOT NULL,
	max_guests INTEGER,
	cats INTEGER,
	dogs INTEGER,
	other_pets TEXT NOT NULL,
	smoking TEXT,
	stairs INTEGER,
	step_free INTEGER,
	car_seats INTEGER,
	distance_m INTEGER,
	diets TEXT NOT NULL,
	accepts TEXT NOT NULL,
	minors_ok INTEGER,
	checked_on TEXT,
	experienced INTEGER,
	remarks TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_hosting PRIMARY KEY (id),
	CONSTRAINT uq_hosting_household_id UNIQUE (household_id),
	CONSTRAINT fk_hosting_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_hosting_smoking_code CHECK (smoking IN ('no', 'outside', 'yes'))
)
 STRICT;
CREATE TABLE hosting_bed (
	household_id TEXT NOT NULL,
	room TEXT NOT NULL,
	kind TEXT NOT NULL,
	places INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_hosting_bed PRIMARY KEY (id),
	CONSTRAINT fk_hosting_bed_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_hosting_bed_kind_code CHECK (kind IN ('single', 'double', 'bunk', 'sofa', 'cot'))
)
 STRICT;
CREATE TABLE household_text (
	household_id TEXT NOT NULL,
	language TEXT NOT NULL,
	salutation TEXT NOT NULL,
	address_name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_household_text PRIMARY KEY (id),
	CONSTRAINT uq_household_text_household_id_language UNIQUE (household_id, language),
	CONSTRAINT fk_household_text_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE organisation (
	name TEXT NOT NULL,
	short_name TEXT NOT NULL,
	is_own INTEGER NOT NULL,
	kind TEXT NOT NULL,
	sector TEXT NOT NULL,
	territory_id TEXT,
	parent_id TEXT,
	preferred_language TEXT NOT NULL,
	founded TEXT,
	fields_of_work TEXT NOT NULL,
	register_no TEXT NOT NULL,
	tax_no TEXT NOT NULL,
	tax_office TEXT NOT NULL,
	tax_notice_on TEXT,
	tax_purpose TEXT NOT NULL,
	bank_name TEXT NOT NULL,
	iban TEXT NOT NULL,
	bic TEXT NOT NULL,
	creditor_id TEXT NOT NULL,
	currency TEXT NOT NULL,
	year_start TEXT NOT NULL,
	logo_sha TEXT,
	binned_at TEXT,
	merged_into TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_organisation PRIMARY KEY (id),
	CONSTRAINT fk_organisation_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_organisation_parent_id FOREIGN KEY(parent_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_organisation_logo_sha FOREIGN KEY(logo_sha) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_organisation_merged_into FOREIGN KEY(merged_into) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_organisation_kind_code CHECK (kind IN ('own', 'partner_association', 'umbrella', 'town_hall', 'council', 'authority', 'ministry', 'consulate', 'consulate_general', 'honorary_consulate', 'institute', 'parliament_group', 'youth_parliament', 'chamber', 'trade_office', 'company', 'cooperative', 'school', 'university', 'nursery', 'club', 'choir', 'sport', 'fire_brigade', 'parish', 'migrants', 'welfare', 'youth', 'foundation', 'federation', 'library', 'media', 'network', 'funder', 'transport', 'lodging', 'other')),
	CONSTRAINT ck_organisation_sector_code CHECK (sector IN ('politics', 'administration', 'civil', 'economy', 'education'))
)
 STRICT;
CREATE TABLE own_field_text (
	own_field_id TEXT NOT NULL,
	language TEXT NOT NULL,
	name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_own_field_text PRIMARY KEY (id),
	CONSTRAINT uq_own_field_text_own_field_id_language UNIQUE (own_field_id, language),
	CONSTRAINT fk_own_field_text_own_field_id FOREIGN KEY(own_field_id) REFERENCES own_field (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE person (
	title_prefix TEXT NOT NULL,
	given TEXT NOT NULL,
	given2 TEXT NOT NULL,
	nickname TEXT NOT NULL,
	surname_prefix TEXT NOT NULL,
	surname TEXT NOT NULL,
	surname2 TEXT NOT NULL,
	birth_surname TEXT NOT NULL,
	suffix TEXT NOT NULL,
	name_order TEXT NOT NULL,
	script_name TEXT NOT NULL,
	latin_name TEXT NOT NULL,
	sort_key TEXT NOT NULL,
	gender TEXT NOT NULL,
	birth TEXT,
	birth_place TEXT NOT NULL,
	deceased INTEGER NOT NULL,
	died TEXT,
	country TEXT NOT NULL,
	preferred_language TEXT NOT NULL,
	formality TEXT NOT NULL,
	profession TEXT NOT NULL,
	interests TEXT NOT NULL,
	by_email INTEGER NOT NULL,
	photo_sha TEXT,
	binned_at TEXT,
	merged_into TEXT,
	erased_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT fk_person_photo_sha FOREIGN KEY(photo_sha) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_person_merged_into FOREIGN KEY(merged_into) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_person_name_order_code CHECK (name_order IN ('given_first', 'surname_first')),
	CONSTRAINT ck_person_gender_code CHECK (gender IN ('f', 'm', 'n', 'u')),
	CONSTRAINT ck_person_formality_code CHECK (formality IN ('formal', 'friendly'))
)
 STRICT;
CREATE TABLE territory_name (
	territory_id TEXT NOT NULL,
	language TEXT NOT NULL,
	name TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_territory_name PRIMARY KEY (id),
	CONSTRAINT fk_territory_name_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE territory_succession (
	before_id TEXT NOT NULL,
	after_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	"on" TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_territory_succession PRIMARY KEY (id),
	CONSTRAINT fk_territory_succession_before_id FOREIGN KEY(before_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_territory_succession_after_id FOREIGN KEY(after_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_territory_succession_kind_code CHECK (kind IN ('merged', 'split', 'renamed'))
)
 STRICT;
CREATE TABLE theme_text (
	theme_id TEXT NOT NULL,
	language TEXT NOT NULL,
	name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_theme_text PRIMARY KEY (id),
	CONSTRAINT uq_theme_text_theme_id_language UNIQUE (theme_id, language),
	CONSTRAINT fk_theme_text_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE actor_fact (
	organisation_id TEXT,
	country TEXT NOT NULL,
	what TEXT NOT NULL,
	value TEXT NOT NULL,
	as_of TEXT,
	source TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_actor_fact PRIMARY KEY (id),
	CONSTRAINT fk_actor_fact_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE address (
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	kind TEXT NOT NULL,
	care_of TEXT NOT NULL,
	extra TEXT NOT NULL,
	street TEXT NOT NULL,
	postcode TEXT NOT NULL,
	town TEXT NOT NULL,
	region TEXT NOT NULL,
	country TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_address PRIMARY KEY (id),
	CONSTRAINT ck_address_exactly_one_person_household_organisation CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT fk_address_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_address_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_address_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_address_kind_code CHECK (kind IN ('home', 'post', 'work', 'second'))
)
 STRICT;
CREATE TABLE advice_case (
	owner_id TEXT NOT NULL,
	question TEXT NOT NULL,
	asked TEXT NOT NULL,
	asked_on TEXT,
	answer TEXT NOT NULL,
	answered_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_advice_case PRIMARY KEY (id),
	CONSTRAINT fk_advice_case_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE cash_account (
	owner_id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	currency TEXT NOT NULL,
	iban TEXT NOT NULL,
	opened_on TEXT NOT NULL,
	opening_minor INTEGER NOT NULL,
	closed_on TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_account PRIMARY KEY (id),
	CONSTRAINT fk_cash_account_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_cash_account_kind_code CHECK (kind IN ('cash', 'bank', 'other'))
)
 STRICT;
CREATE TABLE cash_category (
	owner_id TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	side TEXT NOT NULL,
	sphere TEXT,
	number TEXT NOT NULL,
	ended INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_category PRIMARY KEY (id),
	CONSTRAINT uq_cash_category_owner_id_code UNIQUE (owner_id, code),
	CONSTRAINT fk_cash_category_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_cash_category_side_code CHECK (side IN ('in', 'out')),
	CONSTRAINT ck_cash_category_sphere_code CHECK (sphere IN ('ideal', 'assets', 'purpose', 'business'))
)
 STRICT;
CREATE TABLE cash_year (
	owner_id TEXT NOT NULL,
	year INTEGER NOT NULL,
	closed_on TEXT,
	closed_by TEXT NOT NULL,
	reopened_on TEXT,
	reopened_by TEXT NOT NULL,
	reopened_because TEXT NOT NULL,
	approved_on TEXT,
	remarks TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_year PRIMARY KEY (id),
	CONSTRAINT fk_cash_year_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE change_secret (
	change_id INTEGER NOT NULL,
	fields TEXT NOT NULL,
	expires_on TEXT,
	CONSTRAINT pk_change_secret PRIMARY KEY (change_id),
	CONSTRAINT fk_change_secret_change_id FOREIGN KEY(change_id) REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE change_subject (
	person_id TEXT NOT NULL,
	change_id INTEGER NOT NULL,
	CONSTRAINT pk_change_subject PRIMARY KEY (person_id, change_id),
	CONSTRAINT fk_change_subject_change_id FOREIGN KEY(change_id) REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE collection (
	owner_id TEXT NOT NULL,
	year INTEGER NOT NULL,
	made_on TEXT NOT NULL,
	due_on TEXT NOT NULL,
	version_of_file TEXT NOT NULL,
	booked_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_collection PRIMARY KEY (id),
	CONSTRAINT fk_collection_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_collection_version_of_file_code CHECK (version_of_file IN ('08', '02'))
)
 STRICT;
CREATE TABLE consent (
	person_id TEXT NOT NULL,
	purpose TEXT NOT NULL,
	given_on TEXT NOT NULL,
	form TEXT NOT NULL,
	text_version TEXT NOT NULL,
	withdrawn_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_consent PRIMARY KEY (id),
	CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_consent_purpose_code CHECK (purpose IN ('address', 'list', 'newsletter', 'photo_print', 'photo_web', 'to_host', 'health')),
	CONSTRAINT ck_consent_form_code CHECK (form IN ('signed', 'email', 'spoken'))
)
 STRICT;
CREATE TABLE consent_text (
	owner_id TEXT NOT NULL,
	purpose TEXT NOT NULL,
	edition TEXT NOT NULL,
	language TEXT NOT NULL,
	text TEXT NOT NULL,
	valid_from TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_consent_text PRIMARY KEY (id),
	CONSTRAINT uq_consent_text_owner_id_purpose_edition_language UNIQUE (owner_id, purpose, edition, language),
	CONSTRAINT fk_consent_text_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_consent_text_purpose_code CHECK (purpose IN ('address', 'list', 'newsletter', 'photo_print', 'photo_web', 'to_host', 'health'))
)
 STRICT;
CREATE TABLE contact_point (
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	kind TEXT NOT NULL,
	label TEXT NOT NULL,
	value TEXT NOT NULL,
	e164 TEXT,
	on_lists INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_contact_point PRIMARY KEY (id),
	CONSTRAINT ck_contact_point_exactly_one_person_household_organisation CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT fk_contact_point_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contact_point_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contact_point_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_contact_point_kind_code CHECK (kind IN ('phone', 'mobile', 'email', 'web')),
	CONSTRAINT ck_contact_point_label_code CHECK (label IN ('private', 'work', 'other'))
)
 STRICT;
CREATE TABLE country_priority (
	owner_id TEXT NOT NULL,
	year INTEGER NOT NULL,
	place TEXT NOT NULL,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_country_priority PRIMARY KEY (id),
	CONSTRAINT uq_country_priority_owner_id_year_place UNIQUE (owner_id, year, place),
	CONSTRAINT fk_country_priority_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE emergency_contact (
	person_id TEXT NOT NULL,
	name TEXT NOT NULL,
	relation TEXT NOT NULL,
	phone TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_emergency_contact PRIMARY KEY (id),
	CONSTRAINT fk_emergency_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE event (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	"on" TEXT NOT NULL,
	last TEXT,
	starts TEXT,
	ends TEXT,
	place TEXT NOT NULL,
	zone TEXT NOT NULL,
	uid TEXT NOT NULL,
	visitors INTEGER,
	planned_minor INTEGER,
	cost_minor INTEGER,
	income_minor INTEGER,
	currency TEXT NOT NULL,
	chair_id TEXT,
	keeper_id TEXT,
	second_date INTEGER NOT NULL,
	invited_on TEXT,
	binned_at TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_event PRIMARY KEY (id),
	CONSTRAINT fk_event_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_event_chair_id FOREIGN KEY(chair_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_event_keeper_id FOREIGN KEY(keeper_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_event_kind_code CHECK (kind IN ('committee', 'agm', 'evening', 'lecture', 'course', 'festival', 'online', 'training', 'other'))
)
 STRICT;
CREATE TABLE funding_edit (
	owner_id TEXT NOT NULL,
	scheme TEXT NOT NULL,
	field TEXT NOT NULL,
	value TEXT,
	shipped TEXT,
	checked_on TEXT,
	source TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_funding_edit PRIMARY KEY (id),
	CONSTRAINT uq_funding_edit_owner_id_scheme_field UNIQUE (owner_id, scheme, field),
	CONSTRAINT fk_funding_edit_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE funding_scheme (
	owner_id TEXT NOT NULL,
	rules TEXT NOT NULL,
	based_on TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_funding_scheme PRIMARY KEY (id),
	CONSTRAINT fk_funding_scheme_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE guardian (
	minor_id TEXT NOT NULL,
	guardian_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_guardian PRIMARY KEY (id),
	CONSTRAINT fk_guardian_minor_id FOREIGN KEY(minor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_guardian_guardian_id FOREIGN KEY(guardian_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_guardian_kind_code CHECK (kind IN ('parent', 'guardian'))
)
 STRICT;
CREATE TABLE household_member (
	household_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	relation TEXT NOT NULL,
	position INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_household_member PRIMARY KEY (id),
	CONSTRAINT fk_household_member_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_household_member_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_household_member_relation_code CHECK (relation IN ('head', 'wife', 'husband', 'partner', 'daughter', 'son', 'child', 'parent', 'other'))
)
 STRICT;
CREATE TABLE kept_list (
	owner_id TEXT,
	place TEXT NOT NULL,
	name TEXT NOT NULL,
	filter TEXT NOT NULL,
	columns TEXT NOT NULL,
	"order" TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_kept_list PRIMARY KEY (id),
	CONSTRAINT fk_kept_list_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE leader_check (
	person_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	seen_on TEXT NOT NULL,
	valid_until TEXT,
	initials TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_leader_check PRIMARY KEY (id),
	CONSTRAINT uq_leader_check_person_id_kind UNIQUE (person_id, kind),
	CONSTRAINT fk_leader_check_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_leader_check_kind_code CHECK (kind IN ('certificate', 'declaration', 'course', 'first_aid'))
)
 STRICT;
CREATE TABLE letter (
	owner_id TEXT NOT NULL,
	name TEXT NOT NULL,
	written_on TEXT NOT NULL,
	together INTEGER NOT NULL,
	signed_by TEXT NOT NULL,
	signature_picture INTEGER NOT NULL,
	not_by_email INTEGER NOT NULL,
	newsletter INTEGER NOT NULL,
	second_language TEXT NOT NULL,
	two_ways TEXT NOT NULL,
	binned_at TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_letter PRIMARY KEY (id),
	CONSTRAINT fk_letter_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_letter_two_ways_code CHECK (two_ways IN ('below', 'beside', 'sheets'))
)
 STRICT;
CREATE TABLE mandate (
	owner_id TEXT NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	reference TEXT NOT NULL,
	iban TEXT NOT NULL,
	bic TEXT NOT NULL,
	account_name TEXT NOT NULL,
	signed_on TEXT,
	last_used_on TEXT,
	state TEXT NOT NULL,
	kind TEXT NOT NULL,
	ended_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_mandate PRIMARY KEY (id),
	CONSTRAINT fk_mandate_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_mandate_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_mandate_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_mandate_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_mandate_state_code CHECK (state IN ('active', 'ended')),
	CONSTRAINT ck_mandate_kind_code CHECK (kind IN ('recurrent', 'once'))
)
 STRICT;
CREATE TABLE membership (
	owner_id TEXT NOT NULL,
	number TEXT NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	payer_person_id TEXT,
	payer_household_id TEXT,
	payer_organisation_id TEXT,
	joined TEXT,
	left_on TEXT,
	left_reason TEXT,
	resigned_on TEXT,
	founding INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_membership PRIMARY KEY (id),
	CONSTRAINT ck_membership_exactly_one_person_household_organisation CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT fk_membership_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_payer_person_id FOREIGN KEY(payer_person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_payer_household_id FOREIGN KEY(payer_household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_payer_organisation_id FOREIGN KEY(payer_organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_membership_left_reason_code CHECK (left_reason IN ('resigned', 'moved', 'died', 'expelled', 'unpaid', 'other'))
)
 STRICT;
CREATE TABLE membership_class (
	owner_id TEXT NOT NULL,
	name TEXT NOT NULL,
	counts TEXT NOT NULL,
	age_from INTEGER,
	age_to INTEGER,
	people_to INTEGER,
	votes INTEGER NOT NULL,
	honorary INTEGER NOT NULL,
	may_travel INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_membership_class PRIMARY KEY (id),
	CONSTRAINT fk_membership_class_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_membership_class_counts_code CHECK (counts IN ('person', 'household', 'organisation'))
)
 STRICT;
CREATE TABLE number_series (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	device TEXT NOT NULL,
	pattern TEXT NOT NULL,
	next INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_number_series PRIMARY KEY (id),
	CONSTRAINT fk_number_series_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_number_series_kind_code CHECK (kind IN ('member', 'receipt', 'donation', 'voucher', 'mandate'))
)
 STRICT;
CREATE TABLE office (
	person_id TEXT NOT NULL,
	organisation_id TEXT NOT NULL,
	function TEXT NOT NULL,
	title TEXT NOT NULL,
	on_committee INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	term_ends TEXT,
	protocol_rank INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_office PRIMARY KEY (id),
	CONSTRAINT fk_office_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_office_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_office_function_code CHECK (function IN ('chair', 'vice_chair', 'secretary', 'treasurer', 'membership_secretary', 'host_officer', 'youth_officer', 'press_officer', 'assessor', 'auditor', 'honorary_chair', 'mayor', 'deputy_mayor', 'lord_mayor', 'councillor', 'youth_councillor', 'head_of_office', 'official', 'head_teacher', 'teacher', 'director', 'manager', 'conductor', 'fire_chief', 'priest', 'consul', 'editor', 'member_of_parliament', 'district_head', 'group_leader', 'consul_general', 'honorary_consul', 'head_of_department', 'president', 'entrepreneur', 'firefighter', 'trainer', 'journalist', 'member', 'contact', 'other'))
)
 STRICT;
CREATE TABLE organisation_text (
	organisation_id TEXT NOT NULL,
	language TEXT NOT NULL,
	name TEXT NOT NULL,
	purpose TEXT NOT NULL,
	letter_foot TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_organisation_text PRIMARY KEY (id),
	CONSTRAINT uq_organisation_text_organisation_id_language UNIQUE (organisation_id, language),
	CONSTRAINT fk_organisation_text_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE own_field_value (
	own_field_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	value TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_own_field_value PRIMARY KEY (id),
	CONSTRAINT uq_own_field_value_own_field_id_person_id UNIQUE (own_field_id, person_id),
	CONSTRAINT fk_own_field_value_own_field_id FOREIGN KEY(own_field_id) REFERENCES own_field (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_own_field_value_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership (
	owner_id TEXT NOT NULL,
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	level TEXT NOT NULL,
	status TEXT NOT NULL,
	parent_id TEXT,
	link_kind TEXT,
	last_exchange TEXT,
	since TEXT,
	until TEXT,
	source TEXT NOT NULL,
	as_of TEXT,
	binned_at TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership PRIMARY KEY (id),
	CONSTRAINT fk_partnership_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_parent_id FOREIGN KEY(parent_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_partnership_type_code CHECK (type IN ('twinning', 'friendship', 'contact', 'project', 'solidarity', 'institution', 'regional', 'triangle')),
	CONSTRAINT ck_partnership_level_code CHECK (level IN ('town', 'district', 'region', 'school', 'club', 'umbrella')),
	CONSTRAINT ck_partnership_status_code CHECK (status IN ('active', 'dormant', 'relaunched', 'ended')),
	CONSTRAINT ck_partnership_link_kind_code CHECK (link_kind IN ('school', 'abibac', 'elysee', 'kindergarten', 'vocational', 'degree', 'university', 'music_school', 'choir', 'orchestra', 'sports', 'fire', 'rescue', 'parish', 'youth', 'seniors', 'library', 'museum', 'hospital', 'company', 'chamber', 'theatre', 'club', 'other'))
)
 STRICT;
CREATE TABLE partnership_group (
	owner_id TEXT NOT NULL,
	name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_group PRIMARY KEY (id),
	CONSTRAINT fk_partnership_group_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE person_language (
	person_id TEXT NOT NULL,
	language TEXT NOT NULL,
	level TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_person_language PRIMARY KEY (id),
	CONSTRAINT uq_person_language_person_id_language UNIQUE (person_id, language),
	CONSTRAINT fk_person_language_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_person_language_level_code CHECK (level IN ('0', '1', '2', '3', '4'))
)
 STRICT;
CREATE TABLE person_text (
	person_id TEXT NOT NULL,
	language TEXT NOT NULL,
	salutation TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_person_text PRIMARY KEY (id),
	CONSTRAINT uq_person_text_person_id_language UNIQUE (person_id, language),
	CONSTRAINT fk_person_text_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE project (
	owner_id TEXT NOT NULL,
	status TEXT NOT NULL,
	first TEXT,
	last TEXT,
	binned_at TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_project PRIMARY KEY (id),
	CONSTRAINT fk_project_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_project_status_code CHECK (status IN ('planned', 'running', 'ended', 'given_up'))
)
 STRICT;
CREATE TABLE reference (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	authors TEXT NOT NULL,
	title TEXT NOT NULL,
	year INTEGER,
	container TEXT NOT NULL,
	publisher TEXT NOT NULL,
	place TEXT NOT NULL,
	pages TEXT NOT NULL,
	url TEXT NOT NULL,
	isbn TEXT NOT NULL,
	issn TEXT NOT NULL,
	language TEXT NOT NULL,
	note TEXT NOT NULL,
	shipped TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_reference PRIMARY KEY (id),
	CONSTRAINT fk_reference_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_reference_kind_code CHECK (kind IN ('study', 'book', 'chapter', 'article', 'law', 'web-page', 'other'))
)
 STRICT;
CREATE TABLE setting (
	owner_id TEXT,
	"key" TEXT NOT NULL,
	value TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_setting PRIMARY KEY (id),
	CONSTRAINT fk_setting_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE signature_picture (
	owner_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	picture_sha TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_signature_picture PRIMARY KEY (id),
	CONSTRAINT uq_signature_picture_owner_id_person_id UNIQUE (owner_id, person_id),
	CONSTRAINT fk_signature_picture_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_signature_picture_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_signature_picture_picture_sha FOREIGN KEY(picture_sha) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE source_key (
	source TEXT NOT NULL,
	source_id TEXT NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_source_key PRIMARY KEY (id),
	CONSTRAINT fk_source_key_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_source_key_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_source_key_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE tag_link (
	tag_id TEXT NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_tag_link PRIMARY KEY (id),
	CONSTRAINT ck_tag_link_exactly_one_person_household_organisation CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT fk_tag_link_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tag_link_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tag_link_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tag_link_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE text_block (
	owner_id TEXT NOT NULL,
	use TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	shipped TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_text_block PRIMARY KEY (id),
	CONSTRAINT fk_text_block_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_text_block_use_code CHECK (use IN ('application', 'speech', 'letter', 'article'))
)
 STRICT;
CREATE TABLE training (
	owner_id TEXT NOT NULL,
	topic TEXT NOT NULL,
	provider TEXT NOT NULL,
	place TEXT NOT NULL,
	first TEXT,
	last TEXT,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_training PRIMARY KEY (id),
	CONSTRAINT fk_training_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE cash_balance (
	account_id TEXT NOT NULL,
	year INTEGER NOT NULL,
	statement_minor INTEGER,
	statement_on TEXT,
	closing_minor INTEGER,
	entries INTEGER,
	currency TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_balance PRIMARY KEY (id),
	CONSTRAINT fk_cash_balance_account_id FOREIGN KEY(account_id) REFERENCES cash_account (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE cash_category_text (
	category_id TEXT NOT NULL,
	language TEXT NOT NULL,
	name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_category_text PRIMARY KEY (id),
	CONSTRAINT uq_cash_category_text_category_id_language UNIQUE (category_id, language),
	CONSTRAINT fk_cash_category_text_category_id FOREIGN KEY(category_id) REFERENCES cash_category (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE cash_filing (
	owner_id TEXT NOT NULL,
	row_id TEXT NOT NULL,
	source TEXT NOT NULL,
	number INTEGER,
	numbered_account_id TEXT,
	numbered_year INTEGER,
	account_id TEXT,
	category_id TEXT,
	proof TEXT,
	rate TEXT NOT NULL,
	rate_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_filing PRIMARY KEY (id),
	CONSTRAINT uq_cash_filing_row_id UNIQUE (row_id),
	CONSTRAINT fk_cash_filing_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_filing_numbered_account_id FOREIGN KEY(numbered_account_id) REFERENCES cash_account (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_filing_account_id FOREIGN KEY(account_id) REFERENCES cash_account (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_filing_category_id FOREIGN KEY(category_id) REFERENCES cash_category (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_cash_filing_source_code CHECK (source IN ('entry', 'payment', 'line')),
	CONSTRAINT ck_cash_filing_proof_code CHECK (proof IN ('missing', 'paper', 'none'))
)
 STRICT;
CREATE TABLE cash_plan (
	category_id TEXT NOT NULL,
	year INTEGER NOT NULL,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_plan PRIMARY KEY (id),
	CONSTRAINT ck_cash_plan_minor_not_negative CHECK (minor >= 0),
	CONSTRAINT fk_cash_plan_category_id FOREIGN KEY(category_id) REFERENCES cash_category (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE class_amount (
	membership_class_id TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_class_amount PRIMARY KEY (id),
	CONSTRAINT fk_class_amount_membership_class_id FOREIGN KEY(membership_class_id) REFERENCES membership_class (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE dues (
	owner_id TEXT NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	year INTEGER NOT NULL,
	membership_class_id TEXT,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	people INTEGER NOT NULL,
	charged_on TEXT,
	due_on TEXT,
	waived INTEGER NOT NULL,
	waived_on TEXT,
	waived_reason TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_dues PRIMARY KEY (id),
	CONSTRAINT ck_dues_exactly_one_person_household_organisation CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT ck_dues_minor_not_negative CHECK (minor >= 0),
	CONSTRAINT fk_dues_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_dues_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_dues_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_dues_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_dues_membership_class_id FOREIGN KEY(membership_class_id) REFERENCES membership_class (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE event_motion (
	event_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	yes INTEGER,
	no INTEGER,
	abstentions INTEGER,
	invalid INTEGER,
	number TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_event_motion PRIMARY KEY (id),
	CONSTRAINT fk_event_motion_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_event_motion_kind_code CHECK (kind IN ('ordinary', 'election', 'statutes', 'dissolution'))
)
 STRICT;
CREATE TABLE event_person (
	event_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	attendance TEXT NOT NULL,
	proxy_for_id TEXT,
	proxy_holder_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_event_person PRIMARY KEY (id),
	CONSTRAINT fk_event_person_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_event_person_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_event_person_proxy_for_id FOREIGN KEY(proxy_for_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_event_person_proxy_holder_id FOREIGN KEY(proxy_holder_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_event_person_attendance_code CHECK (attendance IN ('invited', 'coming', 'excused', 'present', 'proxy', 'absent'))
)
 STRICT;
CREATE TABLE event_text (
	event_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	agenda TEXT NOT NULL,
	minutes TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_event_text PRIMARY KEY (id),
	CONSTRAINT uq_event_text_event_id_language UNIQUE (event_id, language),
	CONSTRAINT fk_event_text_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE letter_sent (
	letter_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	channel TEXT NOT NULL,
	"on" TEXT NOT NULL,
	language TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_letter_sent PRIMARY KEY (id),
	CONSTRAINT fk_letter_sent_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_letter_sent_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_letter_sent_channel_code CHECK (channel IN ('letter', 'email', 'hand'))
)
 STRICT;
CREATE TABLE letter_text (
	letter_id TEXT NOT NULL,
	language TEXT NOT NULL,
	subject TEXT NOT NULL,
	body TEXT NOT NULL,
	enclosures TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_letter_text PRIMARY KEY (id),
	CONSTRAINT uq_letter_text_letter_id_language UNIQUE (letter_id, language),
	CONSTRAINT fk_letter_text_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE membership_class_text (
	membership_class_id TEXT NOT NULL,
	language TEXT NOT NULL,
	name TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_membership_class_text PRIMARY KEY (id),
	CONSTRAINT uq_membership_class_text_membership_class_id_language UNIQUE (membership_class_id, language),
	CONSTRAINT fk_membership_class_text_membership_class_id FOREIGN KEY(membership_class_id) REFERENCES membership_class (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE membership_period (
	membership_id TEXT NOT NULL,
	membership_class_id TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_membership_period PRIMARY KEY (id),
	CONSTRAINT fk_membership_period_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_membership_period_membership_class_id FOREIGN KEY(membership_class_id) REFERENCES membership_class (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_aim (
	partnership_id TEXT NOT NULL,
	theme_id TEXT,
	person_id TEXT,
	until TEXT,
	reached_on TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_aim PRIMARY KEY (id),
	CONSTRAINT fk_partnership_aim_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_aim_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_aim_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_contact (
	partnership_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	is_ours INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_contact PRIMARY KEY (id),
	CONSTRAINT fk_partnership_contact_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_exchange (
	partnership_id TEXT NOT NULL,
	year INTEGER NOT NULL,
	way TEXT NOT NULL,
	people INTEGER NOT NULL,
	apprentices INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_exchange PRIMARY KEY (id),
	CONSTRAINT fk_partnership_exchange_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_partnership_exchange_way_code CHECK (way IN ('to_us', 'to_them', 'elsewhere', 'online'))
)
 STRICT;
CREATE TABLE partnership_group_member (
	group_id TEXT NOT NULL,
	partnership_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_group_member PRIMARY KEY (id),
	CONSTRAINT fk_partnership_group_member_group_id FOREIGN KEY(group_id) REFERENCES partnership_group (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_group_member_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_motive (
	partnership_id TEXT NOT NULL,
	motive TEXT NOT NULL,
	first TEXT,
	last TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_motive PRIMARY KEY (id),
	CONSTRAINT fk_partnership_motive_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_partnership_motive_motive_code CHECK (motive IN ('CLA-UND', 'CLA-PEA', 'CLA-EUR', 'CLA-LRN', 'CLA-REC', 'POL-LOB', 'BOR-PRA', 'STR-DEV', 'STR-DEM', 'STR-INT', 'STR-PRO', 'STR-ECO', 'STR-RAP', 'STR-REL', 'STR-REB', 'GLO-ADM', 'GLO-CLI', 'GLO-MOB', 'GLO-DEM', 'GLO-STR', 'GLO-MIG'))
)
 STRICT;
CREATE TABLE partnership_party (
	partnership_id TEXT NOT NULL,
	territory_id TEXT,
	organisation_id TEXT,
	is_ours INTEGER NOT NULL,
	first TEXT,
	last TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_party PRIMARY KEY (id),
	CONSTRAINT ck_partnership_party_exactly_one_territory_organisation CHECK ((territory_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT fk_partnership_party_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_party_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_party_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_phase (
	partnership_id TEXT NOT NULL,
	first TEXT,
	last TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_phase PRIMARY KEY (id),
	CONSTRAINT fk_partnership_phase_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_target_group (
	partnership_id TEXT NOT NULL,
	target_group TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_target_group PRIMARY KEY (id),
	CONSTRAINT fk_partnership_target_group_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_partnership_target_group_target_group_code CHECK (target_group IN ('public', 'families', 'youth', 'pupils', 'apprentices', 'students', 'seniors', 'choirs', 'sport', 'fire_brigade', 'officials', 'business', 'disabled', 'newcomers'))
)
 STRICT;
CREATE TABLE partnership_text (
	partnership_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	aims TEXT NOT NULL,
	story TEXT NOT NULL,
	shared_heritage TEXT NOT NULL,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_text PRIMARY KEY (id),
	CONSTRAINT uq_partnership_text_partnership_id_language UNIQUE (partnership_id, language),
	CONSTRAINT fk_partnership_text_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE project_funder (
	project_id TEXT NOT NULL,
	organisation_id TEXT,
	name TEXT NOT NULL,
	state TEXT NOT NULL,
	amount_minor INTEGER,
	granted_minor INTEGER,
	paid_minor INTEGER,
	report_by TEXT,
	currency TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_project_funder PRIMARY KEY (id),
	CONSTRAINT fk_project_funder_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_funder_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_project_funder_state_code CHECK (state IN ('asked', 'granted', 'paid', 'reported', 'refused'))
)
 STRICT;
CREATE TABLE project_partner (
	project_id TEXT NOT NULL,
	territory_id TEXT,
	organisation_id TEXT,
	partnership_id TEXT,
	role TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_project_partner PRIMARY KEY (id),
	CONSTRAINT ck_project_partner_exactly_one_territory_organisation_partnership CHECK ((territory_id IS NOT NULL) + (organisation_id IS NOT NULL) + (partnership_id IS NOT NULL) = 1),
	CONSTRAINT fk_project_partner_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_partner_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_partner_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_partner_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_project_partner_role_code CHECK (role IN ('lead', 'partner', 'advice', 'guest'))
)
 STRICT;
CREATE TABLE project_text (
	project_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	aims TEXT NOT NULL,
	results TEXT NOT NULL,
	local_effect TEXT NOT NULL,
	wider_effect TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_project_text PRIMARY KEY (id),
	CONSTRAINT uq_project_text_project_id_language UNIQUE (project_id, language),
	CONSTRAINT fk_project_text_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE project_theme (
	project_id TEXT NOT NULL,
	theme_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_project_theme PRIMARY KEY (id),
	CONSTRAINT fk_project_theme_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_theme_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE reference_theme (
	reference_id TEXT NOT NULL,
	theme_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_reference_theme PRIMARY KEY (id),
	CONSTRAINT uq_reference_theme_reference_id_theme_id UNIQUE (reference_id, theme_id),
	CONSTRAINT fk_reference_theme_reference_id FOREIGN KEY(reference_id) REFERENCES reference (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_reference_theme_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE training_person (
	training_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_training_person PRIMARY KEY (id),
	CONSTRAINT uq_training_person_training_id_person_id UNIQUE (training_id, person_id),
	CONSTRAINT fk_training_person_training_id FOREIGN KEY(training_id) REFERENCES training (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_training_person_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE visit (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	first TEXT,
	last TEXT,
	territory_id TEXT,
	zone TEXT NOT NULL,
	partnership_id TEXT,
	model_id TEXT,
	expected_guests INTEGER,
	places INTEGER,
	registration_until TEXT,
	organiser_in_law TEXT,
	members_only INTEGER,
	insolvency_no TEXT NOT NULL,
	binned_at TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit PRIMARY KEY (id),
	CONSTRAINT fk_visit_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_model_id FOREIGN KEY(model_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_visit_kind_code CHECK (kind IN ('exchange', 'youth', 'school', 'seminar', 'memorial', 'festival', 'experts', 'project', 'aid', 'other')),
	CONSTRAINT ck_visit_state_code CHECK (state IN ('idea', 'planned', 'running', 'done', 'reported', 'cancelled')),
	CONSTRAINT ck_visit_organiser_in_law_code CHECK (organiser_in_law IN ('association', 'agency', 'municipality', 'partner'))
)
 STRICT;
CREATE TABLE courtesy (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	what TEXT NOT NULL,
	"on" TEXT,
	person_id TEXT,
	organisation_id TEXT,
	other TEXT NOT NULL,
	occasion TEXT NOT NULL,
	visit_id TEXT,
	reason TEXT,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_courtesy PRIMARY KEY (id),
	CONSTRAINT fk_courtesy_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_courtesy_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_courtesy_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_courtesy_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_courtesy_kind_code CHECK (kind IN ('gift_given', 'gift_received', 'letter', 'medal', 'certificate', 'honorary', 'speech')),
	CONSTRAINT ck_courtesy_reason_code CHECK (reason IN ('membership', 'hosting', 'guests', 'office'))
)
 STRICT;
CREATE TABLE delegation (
	visit_id TEXT NOT NULL,
	territory_id TEXT,
	organisation_id TEXT,
	role TEXT NOT NULL,
	language TEXT NOT NULL,
	coordinator_id TEXT,
	arrival_on TEXT,
	arrival_at TEXT,
	arrival_words TEXT NOT NULL,
	departure_on TEXT,
	departure_at TEXT,
	departure_words TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_delegation PRIMARY KEY (id),
	CONSTRAINT ck_delegation_exactly_one_territory_organisation CHECK ((territory_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT fk_delegation_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_delegation_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_delegation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_delegation_coordinator_id FOREIGN KEY(coordinator_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_delegation_role_code CHECK (role IN ('visiting', 'hosting', 'both'))
)
 STRICT;
CREATE TABLE document (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	"on" TEXT,
	language TEXT NOT NULL,
	blob_sha TEXT,
	confidential INTEGER NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	visit_id TEXT,
	partnership_id TEXT,
	event_id TEXT,
	binned_at TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_document PRIMARY KEY (id),
	CONSTRAINT fk_document_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_blob_sha FOREIGN KEY(blob_sha) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_document_kind_code CHECK (kind IN ('invitation', 'minutes', 'letter', 'insurance', 'consent', 'receipt', 'photo', 'press', 'charter', 'logo', 'other'))
)
 STRICT;
CREATE TABLE dues_reminder (
	dues_id TEXT NOT NULL,
	stage INTEGER NOT NULL,
	"on" TEXT NOT NULL,
	channel TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_dues_reminder PRIMARY KEY (id),
	CONSTRAINT fk_dues_reminder_dues_id FOREIGN KEY(dues_id) REFERENCES dues (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_dues_reminder_channel_code CHECK (channel IN ('letter', 'email', 'hand'))
)
 STRICT;
CREATE TABLE feedback (
	owner_id TEXT NOT NULL,
	topic TEXT NOT NULL,
	observation TEXT NOT NULL,
	proposal TEXT NOT NULL,
	level TEXT NOT NULL,
	organisation_id TEXT,
	visit_id TEXT,
	event_id TEXT,
	collected_on TEXT,
	sent_on TEXT,
	answer TEXT NOT NULL,
	answered_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_feedback PRIMARY KEY (id),
	CONSTRAINT fk_feedback_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_feedback_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_feedback_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_feedback_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_feedback_level_code CHECK (level IN ('town', 'district', 'region', 'state', 'eu', 'un', 'network'))
)
 STRICT;
CREATE TABLE goods (
	visit_id TEXT NOT NULL,
	what TEXT NOT NULL,
	what_there TEXT NOT NULL,
	tariff TEXT NOT NULL,
	number INTEGER NOT NULL,
	unit TEXT NOT NULL,
	grams INTEGER,
	value_minor INTEGER,
	currency TEXT NOT NULL,
	giver TEXT NOT NULL,
	package TEXT NOT NULL,
	received_on TEXT,
	received_by TEXT NOT NULL,
	note TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_goods PRIMARY KEY (id),
	CONSTRAINT ck_goods_goods_positive CHECK (number > 0 AND (grams IS NULL OR grams > 0)),
	CONSTRAINT ck_goods_goods_worth CHECK (value_minor IS NULL OR value_minor >= 0),
	CONSTRAINT fk_goods_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_goods_unit_code CHECK (unit IN ('piece', 'box', 'bag', 'pallet', 'pair', 'set', 'litre', 'metre'))
)
 STRICT;
CREATE TABLE health_note (
	person_id TEXT NOT NULL,
	visit_id TEXT,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	text TEXT NOT NULL,
	severe INTEGER NOT NULL,
	consent_id TEXT,
	share_with_host INTEGER NOT NULL,
	expires_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_health_note PRIMARY KEY (id),
	CONSTRAINT fk_health_note_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_health_note_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_health_note_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_health_note_kind_code CHECK (kind IN ('allergy', 'diet', 'mobility', 'medical'))
)
 STRICT;
CREATE TABLE hotel_room (
	visit_id TEXT NOT NULL,
	hotel TEXT NOT NULL,
	name TEXT NOT NULL,
	places INTEGER NOT NULL,
	first TEXT,
	last TEXT,
	step_free INTEGER,
	remarks TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_hotel_room PRIMARY KEY (id),
	CONSTRAINT ck_hotel_room_places_one CHECK (places >= 1),
	CONSTRAINT fk_hotel_room_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE note (
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	visit_id TEXT,
	partnership_id TEXT,
	kind TEXT NOT NULL,
	"on" TEXT NOT NULL,
	text TEXT NOT NULL,
	follow_up_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_note PRIMARY KEY (id),
	CONSTRAINT ck_note_exactly_one_person_household_organisation_visit_partnership CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (organisation_id IS NOT NULL) + (visit_id IS NOT NULL) + (partnership_id IS NOT NULL) = 1),
	CONSTRAINT fk_note_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_note_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_note_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_note_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_note_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_note_kind_code CHECK (kind IN ('note', 'call', 'meeting', 'letter'))
)
 STRICT;
CREATE TABLE partnership_aim_text (
	aim_id TEXT NOT NULL,
	language TEXT NOT NULL,
	text TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_aim_text PRIMARY KEY (id),
	CONSTRAINT uq_partnership_aim_text_aim_id_language UNIQUE (aim_id, language),
	CONSTRAINT fk_partnership_aim_text_aim_id FOREIGN KEY(aim_id) REFERENCES partnership_aim (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_aim_visit (
	aim_id TEXT NOT NULL,
	visit_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_aim_visit PRIMARY KEY (id),
	CONSTRAINT fk_partnership_aim_visit_aim_id FOREIGN KEY(aim_id) REFERENCES partnership_aim (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_partnership_aim_visit_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE partnership_phase_text (
	phase_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_partnership_phase_text PRIMARY KEY (id),
	CONSTRAINT uq_partnership_phase_text_phase_id_language UNIQUE (phase_id, language),
	CONSTRAINT fk_partnership_phase_text_phase_id FOREIGN KEY(phase_id) REFERENCES partnership_phase (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE place_draw (
	visit_id TEXT NOT NULL,
	drawn_at TEXT NOT NULL,
	drawn_by TEXT NOT NULL,
	seed TEXT NOT NULL,
	places INTEGER NOT NULL,
	rules TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_place_draw PRIMARY KEY (id),
	CONSTRAINT fk_place_draw_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE printed_paper (
	visit_id TEXT NOT NULL,
	paper TEXT NOT NULL,
	number INTEGER NOT NULL,
	printed_at TEXT NOT NULL,
	lines TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_printed_paper PRIMARY KEY (id),
	CONSTRAINT uq_printed_paper_visit_id_paper_number UNIQUE (visit_id, paper, number),
	CONSTRAINT fk_printed_paper_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE programme_item (
	visit_id TEXT NOT NULL,
	"on" TEXT NOT NULL,
	starts TEXT,
	ends TEXT,
	time_words TEXT NOT NULL,
	zone TEXT NOT NULL,
	audience TEXT NOT NULL,
	meal TEXT NOT NULL,
	seats INTEGER,
	contact_id TEXT,
	venue_id TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_programme_item PRIMARY KEY (id),
	CONSTRAINT fk_programme_item_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_programme_item_contact_id FOREIGN KEY(contact_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_programme_item_venue_id FOREIGN KEY(venue_id) REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_programme_item_audience_code CHECK (audience IN ('all', 'guests', 'hosts', 'officials', 'chosen')),
	CONSTRAINT ck_programme_item_meal_code CHECK (meal IN ('none', 'breakfast', 'lunch', 'coffee', 'dinner'))
)
 STRICT;
CREATE TABLE project_part (
	project_id TEXT NOT NULL,
	visit_id TEXT,
	event_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_project_part PRIMARY KEY (id),
	CONSTRAINT ck_project_part_exactly_one_visit_event CHECK ((visit_id IS NOT NULL) + (event_id IS NOT NULL) = 1),
	CONSTRAINT fk_project_part_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_part_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_project_part_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE task (
	owner_id TEXT NOT NULL,
	title TEXT NOT NULL,
	due_on TEXT,
	days_from_start INTEGER,
	done_on TEXT,
	snoozed_to TEXT,
	assignee_id TEXT,
	person_id TEXT,
	visit_id TEXT,
	event_id TEXT,
	partnership_id TEXT,
	project_id TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_task PRIMARY KEY (id),
	CONSTRAINT fk_task_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_assignee_id FOREIGN KEY(assignee_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE theme_link (
	theme_id TEXT NOT NULL,
	partnership_id TEXT,
	visit_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_theme_link PRIMARY KEY (id),
	CONSTRAINT ck_theme_link_exactly_one_partnership_visit CHECK ((partnership_id IS NOT NULL) + (visit_id IS NOT NULL) = 1),
	CONSTRAINT fk_theme_link_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_theme_link_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_theme_link_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE transport (
	visit_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	company TEXT NOT NULL,
	phone TEXT NOT NULL,
	seats INTEGER,
	wheelchair_places INTEGER NOT NULL,
	driver_id TEXT,
	driver_name TEXT NOT NULL,
	driver_phone TEXT NOT NULL,
	drivers INTEGER NOT NULL,
	luggage TEXT NOT NULL,
	remarks TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_transport PRIMARY KEY (id),
	CONSTRAINT ck_transport_places_not_negative CHECK (seats >= 0 AND wheelchair_places >= 0),
	CONSTRAINT fk_transport_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_transport_driver_id FOREIGN KEY(driver_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_transport_kind_code CHECK (kind IN ('coach', 'minibus', 'car', 'train', 'plane', 'ship', 'own'))
)
 STRICT;
CREATE TABLE travel_group (
	visit_id TEXT NOT NULL,
	name TEXT NOT NULL,
	rule TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_travel_group PRIMARY KEY (id),
	CONSTRAINT fk_travel_group_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_travel_group_rule_code CHECK (rule IN ('same_room', 'same_house', 'near'))
)
 STRICT;
CREATE TABLE visit_bearer (
	visit_id TEXT NOT NULL,
	household_id TEXT,
	organisation_id TEXT,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	rate TEXT NOT NULL,
	rate_on TEXT,
	shared INTEGER NOT NULL,
	remarks TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_bearer PRIMARY KEY (id),
	CONSTRAINT ck_visit_bearer_exactly_one_household_organisation CHECK ((household_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
	CONSTRAINT ck_visit_bearer_minor_not_negative CHECK (minor >= 0),
	CONSTRAINT fk_visit_bearer_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_bearer_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_bearer_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE visit_duty (
	visit_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	words TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_duty PRIMARY KEY (id),
	CONSTRAINT fk_visit_duty_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_duty_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE visit_grant (
	visit_id TEXT NOT NULL,
	scheme TEXT NOT NULL,
	own_scheme_id TEXT,
	organisation_id TEXT,
	name TEXT NOT NULL,
	state TEXT NOT NULL,
	applied_minor INTEGER,
	promised_minor INTEGER,
	currency TEXT NOT NULL,
	applied_on TEXT,
	promised_on TEXT,
	report_due TEXT,
	reported_on TEXT,
	reference TEXT NOT NULL,
	conditions TEXT NOT NULL,
	distance_km INTEGER,
	green INTEGER NOT NULL,
	lodging TEXT NOT NULL,
	interpreter_days INTEGER NOT NULL,
	programme_days INTEGER,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_grant PRIMARY KEY (id),
	CONSTRAINT fk_visit_grant_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_grant_own_scheme_id FOREIGN KEY(own_scheme_id) REFERENCES funding_scheme (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_grant_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_visit_grant_state_code CHECK (state IN ('planned', 'applied', 'promised', 'received', 'reported', 'closed', 'refused')),
	CONSTRAINT ck_visit_grant_lodging_code CHECK (lodging IN ('family', 'hostel', 'centre'))
)
 STRICT;
CREATE TABLE visit_target_group (
	visit_id TEXT NOT NULL,
	target_group TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_target_group PRIMARY KEY (id),
	CONSTRAINT fk_visit_target_group_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_visit_target_group_target_group_code CHECK (target_group IN ('public', 'families', 'youth', 'pupils', 'apprentices', 'students', 'seniors', 'choirs', 'sport', 'fire_brigade', 'officials', 'business', 'disabled', 'newcomers'))
)
 STRICT;
CREATE TABLE visit_text (
	visit_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	aims TEXT NOT NULL,
	objectives TEXT NOT NULL,
	groups TEXT NOT NULL,
	activities TEXT NOT NULL,
	results TEXT NOT NULL,
	evaluation TEXT NOT NULL,
	follow_up TEXT NOT NULL,
	terms TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_text PRIMARY KEY (id),
	CONSTRAINT uq_visit_text_visit_id_language UNIQUE (visit_id, language),
	CONSTRAINT fk_visit_text_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE volunteer_hours (
	owner_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	first TEXT NOT NULL,
	last TEXT,
	minutes INTEGER NOT NULL,
	kind TEXT NOT NULL,
	visit_id TEXT,
	event_id TEXT,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_volunteer_hours PRIMARY KEY (id),
	CONSTRAINT ck_volunteer_hours_some CHECK (minutes > 0),
	CONSTRAINT fk_volunteer_hours_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_volunteer_hours_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_volunteer_hours_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_volunteer_hours_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_volunteer_hours_kind_code CHECK (kind IN ('committee', 'visit', 'hosting', 'interpreting', 'office', 'event', 'other'))
)
 STRICT;
CREATE TABLE agreement (
	partnership_id TEXT NOT NULL,
	type TEXT NOT NULL,
	predecessor_id TEXT,
	languages TEXT NOT NULL,
	renew_by TEXT,
	valid_to TEXT,
	document_id TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_agreement PRIMARY KEY (id),
	CONSTRAINT fk_agreement_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_agreement_predecessor_id FOREIGN KEY(predecessor_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_agreement_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_agreement_type_code CHECK (type IN ('charter', 'oath', 'declaration', 'work_programme', 'friendship', 'project', 'renewal', 'amendment'))
)
 STRICT;
CREATE TABLE budget_line (
	visit_id TEXT NOT NULL,
	side TEXT NOT NULL,
	category TEXT NOT NULL,
	text TEXT NOT NULL,
	planned_minor INTEGER,
	real_minor INTEGER,
	currency TEXT NOT NULL,
	rate TEXT NOT NULL,
	rate_on TEXT,
	in_kind INTEGER NOT NULL,
	paid_on TEXT,
	payee TEXT NOT NULL,
	voucher TEXT NOT NULL,
	document_id TEXT,
	remarks TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_budget_line PRIMARY KEY (id),
	CONSTRAINT fk_budget_line_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_budget_line_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_budget_line_side_code CHECK (side IN ('cost', 'income')),
	CONSTRAINT ck_budget_line_category_code CHECK (category IN ('travel', 'lodging', 'meals', 'programme', 'rooms', 'interpreting', 'inclusion', 'fees', 'material', 'insurance', 'gifts', 'administration', 'other_cost', 'grant', 'shares', 'own', 'donation', 'sales', 'partner', 'other_income'))
)
 STRICT;
CREATE TABLE cash_voucher (
	row_id TEXT NOT NULL,
	source TEXT NOT NULL,
	document_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_voucher PRIMARY KEY (id),
	CONSTRAINT fk_cash_voucher_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_cash_voucher_source_code CHECK (source IN ('entry', 'payment', 'line'))
)
 STRICT;
CREATE TABLE grant_proof (
	grant_id TEXT NOT NULL,
	proof TEXT NOT NULL,
	done_on TEXT,
	document_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_grant_proof PRIMARY KEY (id),
	CONSTRAINT fk_grant_proof_grant_id FOREIGN KEY(grant_id) REFERENCES visit_grant (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_grant_proof_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE host_offer (
	visit_id TEXT NOT NULL,
	household_id TEXT NOT NULL,
	delegation_id TEXT,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	asked_on TEXT,
	answered_on TEXT,
	max_guests INTEGER,
	cats INTEGER,
	dogs INTEGER,
	other_pets TEXT NOT NULL,
	smoking TEXT,
	stairs INTEGER,
	step_free INTEGER,
	car_seats INTEGER,
	distance_m INTEGER,
	diets TEXT NOT NULL,
	accepts TEXT NOT NULL,
	minors_ok INTEGER,
	checked_on TEXT,
	experienced INTEGER,
	hosted_last_time INTEGER,
	thanked_on TEXT,
	remarks TEXT NOT NULL,
	floor INTEGER,
	lift INTEGER,
	ground_bathroom INTEGER,
	meals TEXT NOT NULL,
	evenings_away TEXT NOT NULL,
	workdays_away INTEGER,
	drives_others INTEGER,
	extras TEXT NOT NULL,
	child_from INTEGER,
	two_adults INTEGER,
	children_ages TEXT NOT NULL,
	ages TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_host_offer PRIMARY KEY (id),
	CONSTRAINT uq_host_offer_visit_id_household_id UNIQUE (visit_id, household_id),
	CONSTRAINT fk_host_offer_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_host_offer_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_host_offer_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_host_offer_kind_code CHECK (kind IN ('home', 'day', 'dinner')),
	CONSTRAINT ck_host_offer_state_code CHECK (state IN ('not_asked', 'asked', 'yes', 'no', 'reserve', 'withdrawn')),
	CONSTRAINT ck_host_offer_smoking_code CHECK (smoking IN ('no', 'outside', 'yes'))
)
 STRICT;
CREATE TABLE participation (
	visit_id TEXT NOT NULL,
	delegation_id TEXT,
	person_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	interested_at TEXT,
	registered_at TEXT,
	waiting_rank INTEGER,
	cancelled_on TEXT,
	arrival_on TEXT,
	arrival_at TEXT,
	arrival_by TEXT,
	arrival_place TEXT NOT NULL,
	departure_on TEXT,
	departure_at TEXT,
	departure_by TEXT,
	departure_place TEXT NOT NULL,
	travel_group_id TEXT,
	role TEXT NOT NULL,
	first_visit INTEGER,
	target_group TEXT,
	trade TEXT NOT NULL,
	company TEXT NOT NULL,
	school TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_participation PRIMARY KEY (id),
	CONSTRAINT uq_participation_visit_id_person_id UNIQUE (visit_id, person_id),
	CONSTRAINT fk_participation_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_participation_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_participation_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_participation_travel_group_id FOREIGN KEY(travel_group_id) REFERENCES travel_group (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_participation_kind_code CHECK (kind IN ('guest', 'host', 'leader', 'companion', 'official', 'interpreter', 'driver')),
	CONSTRAINT ck_participation_state_code CHECK (state IN ('interested', 'registered', 'waiting', 'confirmed', 'cancelled', 'no_show')),
	CONSTRAINT ck_participation_arrival_by_code CHECK (arrival_by IN ('coach', 'car', 'train', 'plane', 'other')),
	CONSTRAINT ck_participation_departure_by_code CHECK (departure_by IN ('coach', 'car', 'train', 'plane', 'other')),
	CONSTRAINT ck_participation_target_group_code CHECK (target_group IN ('public', 'families', 'youth', 'pupils', 'apprentices', 'students', 'seniors', 'choirs', 'sport', 'fire_brigade', 'officials', 'business', 'disabled', 'newcomers'))
)
 STRICT;
CREATE TABLE payment (
	owner_id TEXT NOT NULL,
	person_id TEXT,
	household_id TEXT,
	organisation_id TEXT,
	visit_id TEXT,
	grant_id TEXT,
	"on" TEXT NOT NULL,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	method TEXT NOT NULL,
	purpose TEXT NOT NULL,
	text TEXT NOT NULL,
	source TEXT NOT NULL,
	source_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_payment PRIMARY KEY (id),
	CONSTRAINT fk_payment_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_grant_id FOREIGN KEY(grant_id) REFERENCES visit_grant (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_payment_method_code CHECK (method IN ('cash', 'transfer', 'debit', 'card', 'other', 'none')),
	CONSTRAINT ck_payment_purpose_code CHECK (purpose IN ('dues', 'donation', 'in_kind', 'waived', 'visit', 'grant', 'other'))
)
 STRICT;
CREATE TABLE programme_audience (
	programme_item_id TEXT NOT NULL,
	delegation_id TEXT,
	person_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_programme_audience PRIMARY KEY (id),
	CONSTRAINT ck_programme_audience_exactly_one_delegation_person CHECK ((delegation_id IS NOT NULL) + (person_id IS NOT NULL) = 1),
	CONSTRAINT fk_programme_audience_programme_item_id FOREIGN KEY(programme_item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_programme_audience_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_programme_audience_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE programme_item_text (
	programme_item_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	details TEXT NOT NULL,
	place TEXT NOT NULL,
	meeting_point TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_programme_item_text PRIMARY KEY (id),
	CONSTRAINT uq_programme_item_text_programme_item_id_language UNIQUE (programme_item_id, language),
	CONSTRAINT fk_programme_item_text_programme_item_id FOREIGN KEY(programme_item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE publication (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	medium TEXT NOT NULL,
	"on" TEXT,
	link TEXT NOT NULL,
	language TEXT NOT NULL,
	document_id TEXT,
	visit_id TEXT,
	event_id TEXT,
	partnership_id TEXT,
	project_id TEXT,
	note TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_publication PRIMARY KEY (id),
	CONSTRAINT fk_publication_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_publication_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_publication_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_publication_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_publication_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_publication_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_publication_kind_code CHECK (kind IN ('newsletter', 'web-article', 'post', 'press-release', 'brochure', 'exhibition', 'press-article', 'broadcast', 'other'))
)
 STRICT;
CREATE TABLE transport_leg (
	transport_id TEXT NOT NULL,
	way TEXT NOT NULL,
	reference TEXT NOT NULL,
	origin TEXT NOT NULL,
	destination TEXT NOT NULL,
	departs_on TEXT,
	departs_at TEXT,
	departs_words TEXT NOT NULL,
	departs_zone TEXT NOT NULL,
	arrives_on TEXT,
	arrives_at TEXT,
	arrives_words TEXT NOT NULL,
	arrives_zone TEXT NOT NULL,
	distance_km INTEGER,
	driving_minutes INTEGER,
	remarks TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_transport_leg PRIMARY KEY (id),
	CONSTRAINT fk_transport_leg_transport_id FOREIGN KEY(transport_id) REFERENCES transport (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_transport_leg_way_code CHECK (way IN ('there', 'during', 'back'))
)
 STRICT;
CREATE TABLE visit_price (
	visit_id TEXT NOT NULL,
	price_class TEXT NOT NULL,
	name TEXT NOT NULL,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	deposit_minor INTEGER NOT NULL,
	deposit_due TEXT,
	rest_due TEXT,
	age_from INTEGER,
	age_to INTEGER,
	delegation_id TEXT,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_price PRIMARY KEY (id),
	CONSTRAINT ck_visit_price_minor_not_negative CHECK (minor >= 0 AND deposit_minor >= 0),
	CONSTRAINT fk_visit_price_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_price_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_visit_price_price_class_code CHECK (price_class IN ('adult', 'youth', 'child', 'reduced', 'companion', 'other'))
)
 STRICT;
CREATE TABLE agreement_signing (
	agreement_id TEXT NOT NULL,
	"on" TEXT NOT NULL,
	territory_id TEXT,
	place TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_agreement_signing PRIMARY KEY (id),
	CONSTRAINT fk_agreement_signing_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_agreement_signing_territory_id FOREIGN KEY(territory_id) REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE agreement_text (
	agreement_id TEXT NOT NULL,
	language TEXT NOT NULL,
	title TEXT NOT NULL,
	summary TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_agreement_text PRIMARY KEY (id),
	CONSTRAINT uq_agreement_text_agreement_id_language UNIQUE (agreement_id, language),
	CONSTRAINT fk_agreement_text_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE budget_eligibility (
	line_id TEXT NOT NULL,
	grant_id TEXT NOT NULL,
	accepted INTEGER NOT NULL,
	minor INTEGER,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_budget_eligibility PRIMARY KEY (id),
	CONSTRAINT fk_budget_eligibility_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_budget_eligibility_grant_id FOREIGN KEY(grant_id) REFERENCES visit_grant (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE cash_entry (
	owner_id TEXT NOT NULL,
	account_id TEXT NOT NULL,
	to_account_id TEXT,
	"on" TEXT NOT NULL,
	number INTEGER,
	to_number INTEGER,
	text TEXT NOT NULL,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	foreign_minor INTEGER,
	rate TEXT NOT NULL,
	rate_on TEXT,
	to_minor INTEGER,
	category_id TEXT,
	person_id TEXT,
	organisation_id TEXT,
	other_side TEXT NOT NULL,
	visit_id TEXT,
	event_id TEXT,
	partnership_id TEXT,
	line_id TEXT,
	proof TEXT NOT NULL,
	source TEXT NOT NULL,
	source_id TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_entry PRIMARY KEY (id),
	CONSTRAINT ck_cash_entry_transfer_goes_out CHECK (to_account_id IS NULL OR minor < 0),
	CONSTRAINT fk_cash_entry_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_account_id FOREIGN KEY(account_id) REFERENCES cash_account (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_to_account_id FOREIGN KEY(to_account_id) REFERENCES cash_account (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_category_id FOREIGN KEY(category_id) REFERENCES cash_category (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_event_id FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_entry_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_cash_entry_proof_code CHECK (proof IN ('missing', 'paper', 'none'))
)
 STRICT;
CREATE TABLE collection_item (
	collection_id TEXT NOT NULL,
	mandate_id TEXT NOT NULL,
	minor INTEGER NOT NULL,
	sequence TEXT NOT NULL,
	reference TEXT NOT NULL,
	used_before TEXT,
	words TEXT NOT NULL,
	payment_id TEXT,
	returned_on TEXT,
	return_reason TEXT,
	fee_minor INTEGER NOT NULL,
	return_key TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_collection_item PRIMARY KEY (id),
	CONSTRAINT ck_collection_item_minor_positive CHECK (minor > 0),
	CONSTRAINT fk_collection_item_collection_id FOREIGN KEY(collection_id) REFERENCES collection (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_collection_item_mandate_id FOREIGN KEY(mandate_id) REFERENCES mandate (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_collection_item_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_collection_item_sequence_code CHECK (sequence IN ('FRST', 'RCUR', 'OOFF')),
	CONSTRAINT ck_collection_item_return_reason_code CHECK (return_reason IN ('AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'AG02', 'AM04', 'AM05', 'BE05', 'MD01', 'MD06', 'MD07', 'MS02', 'MS03', 'RC01', 'RR04', 'SL01'))
)
 STRICT;
CREATE TABLE draw_ticket (
	draw_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	person_id TEXT NOT NULL,
	participation_id TEXT,
	party INTEGER NOT NULL,
	classes TEXT NOT NULL,
	lot TEXT NOT NULL,
	rank INTEGER NOT NULL,
	result TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_draw_ticket PRIMARY KEY (id),
	CONSTRAINT uq_draw_ticket_draw_id_number UNIQUE (draw_id, number),
	CONSTRAINT fk_draw_ticket_draw_id FOREIGN KEY(draw_id) REFERENCES place_draw (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_draw_ticket_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_draw_ticket_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_draw_ticket_result_code CHECK (result IN ('place', 'waiting'))
)
 STRICT;
CREATE TABLE gift (
	payment_id TEXT NOT NULL,
	what TEXT NOT NULL,
	condition TEXT NOT NULL,
	origin TEXT,
	value_basis TEXT,
	proof INTEGER NOT NULL,
	spent_on TEXT,
	claim TEXT,
	claim_on TEXT,
	returns_id TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_gift PRIMARY KEY (id),
	CONSTRAINT fk_gift_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_gift_returns_id FOREIGN KEY(returns_id) REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_gift_origin_code CHECK (origin IN ('private', 'business', 'untold')),
	CONSTRAINT ck_gift_value_basis_code CHECK (value_basis IN ('invoice', 'appraisal', 'market', 'withdrawal')),
	CONSTRAINT ck_gift_claim_code CHECK (claim IN ('bylaws', 'contract', 'resolution'))
)
 STRICT;
CREATE TABLE grant_signature (
	grant_id TEXT NOT NULL,
	participation_id TEXT NOT NULL,
	first TEXT,
	last TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_grant_signature PRIMARY KEY (id),
	CONSTRAINT fk_grant_signature_grant_id FOREIGN KEY(grant_id) REFERENCES visit_grant (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_grant_signature_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE hotel_guest (
	room_id TEXT NOT NULL,
	participation_id TEXT NOT NULL,
	first TEXT,
	last TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_hotel_guest PRIMARY KEY (id),
	CONSTRAINT fk_hotel_guest_room_id FOREIGN KEY(room_id) REFERENCES hotel_room (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_hotel_guest_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE offer_night (
	offer_id TEXT NOT NULL,
	night TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_offer_night PRIMARY KEY (id),
	CONSTRAINT fk_offer_night_offer_id FOREIGN KEY(offer_id) REFERENCES host_offer (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE payment_share (
	payment_id TEXT NOT NULL,
	dues_id TEXT NOT NULL,
	minor INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_payment_share PRIMARY KEY (id),
	CONSTRAINT fk_payment_share_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_share_dues_id FOREIGN KEY(dues_id) REFERENCES dues (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE presence (
	participation_id TEXT NOT NULL,
	day TEXT NOT NULL,
	state TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_presence PRIMARY KEY (id),
	CONSTRAINT uq_presence_participation_id_day UNIQUE (participation_id, day),
	CONSTRAINT fk_presence_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_presence_state_code CHECK (state IN ('here', 'left_early', 'absent'))
)
 STRICT;
CREATE TABLE receipt (
	owner_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	number TEXT NOT NULL,
	payment_id TEXT,
	person_id TEXT,
	organisation_id TEXT,
	issued_on TEXT NOT NULL,
	language TEXT NOT NULL,
	paper_sha TEXT,
	cancelled_on TEXT,
	cancelled_reason TEXT NOT NULL,
	household_id TEXT,
	form TEXT,
	first TEXT,
	last TEXT,
	minor INTEGER,
	currency TEXT NOT NULL,
	copy TEXT,
	handed_on TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_receipt PRIMARY KEY (id),
	CONSTRAINT fk_receipt_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_receipt_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_receipt_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_receipt_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_receipt_paper_sha FOREIGN KEY(paper_sha) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_receipt_household_id FOREIGN KEY(household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_receipt_kind_code CHECK (kind IN ('payment', 'donation')),
	CONSTRAINT ck_receipt_form_code CHECK (form IN ('de_money', 'de_kind', 'de_collective', 'fr_receipt'))
)
 STRICT;
CREATE TABLE room (
	offer_id TEXT NOT NULL,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
	own_bathroom INTEGER,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_room PRIMARY KEY (id),
	CONSTRAINT fk_room_offer_id FOREIGN KEY(offer_id) REFERENCES host_offer (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE stay_link (
	participation_id TEXT,
	offer_id TEXT,
	wanted_person_id TEXT,
	wanted_household_id TEXT,
	kind TEXT NOT NULL,
	rank INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_stay_link PRIMARY KEY (id),
	CONSTRAINT ck_stay_link_exactly_one_participation_offer CHECK ((participation_id IS NOT NULL) + (offer_id IS NOT NULL) = 1),
	CONSTRAINT ck_stay_link_exactly_one_wanted_person_wanted_household CHECK ((wanted_person_id IS NOT NULL) + (wanted_household_id IS NOT NULL) = 1),
	CONSTRAINT fk_stay_link_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_stay_link_offer_id FOREIGN KEY(offer_id) REFERENCES host_offer (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_stay_link_wanted_person_id FOREIGN KEY(wanted_person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_stay_link_wanted_household_id FOREIGN KEY(wanted_household_id) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_stay_link_kind_code CHECK (kind IN ('wished', 'refused'))
)
 STRICT;
CREATE TABLE stay_wish (
	participation_id TEXT NOT NULL,
	smoking TEXT,
	minds_smoke INTEGER,
	animal_allergies TEXT NOT NULL,
	animal_fear TEXT NOT NULL,
	other_allergies TEXT NOT NULL,
	diet TEXT NOT NULL,
	max_stairs INTEGER,
	step_free INTEGER,
	bed TEXT NOT NULL,
	sofa_ok INTEGER,
	single_room INTEGER,
	twin_beds INTEGER,
	share_with_id TEXT,
	cot INTEGER,
	walking_aid TEXT,
	hard_of_hearing INTEGER,
	poor_sight INTEGER,
	electricity INTEGER,
	shower INTEGER,
	no_alcohol INTEGER,
	likes_animals INTEGER,
	insurance_card INTEGER,
	brings_car INTEGER,
	needs_lift INTEGER,
	hotel INTEGER NOT NULL,
	split_stay_ok INTEGER NOT NULL,
	consent_host INTEGER,
	consent_photo INTEGER,
	remarks TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_stay_wish PRIMARY KEY (id),
	CONSTRAINT uq_stay_wish_participation_id UNIQUE (participation_id),
	CONSTRAINT fk_stay_wish_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_stay_wish_share_with_id FOREIGN KEY(share_with_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_stay_wish_smoking_code CHECK (smoking IN ('no', 'outside', 'yes')),
	CONSTRAINT ck_stay_wish_bed_code CHECK (bed IN ('single', 'double_shared', 'any')),
	CONSTRAINT ck_stay_wish_walking_aid_code CHECK (walking_aid IN ('none', 'stick', 'walker', 'wheelchair'))
)
 STRICT;
CREATE TABLE transport_stop (
	leg_id TEXT NOT NULL,
	place TEXT NOT NULL,
	at TEXT,
	words TEXT NOT NULL,
	remarks TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_transport_stop PRIMARY KEY (id),
	CONSTRAINT fk_transport_stop_leg_id FOREIGN KEY(leg_id) REFERENCES transport_leg (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE visit_check (
	participation_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	answer INTEGER,
	seen_on TEXT,
	valid_until TEXT,
	initials TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_check PRIMARY KEY (id),
	CONSTRAINT uq_visit_check_participation_id_kind UNIQUE (participation_id, kind),
	CONSTRAINT fk_visit_check_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_visit_check_kind_code CHECK (kind IN ('consent_sheet', 'leaving_country', 'parent_id', 'travel_document', 'entry_permit', 'insurance', 'swimming', 'outings', 'cars', 'doctor', 'photo'))
)
 STRICT;
CREATE TABLE visit_share (
	participation_id TEXT NOT NULL,
	price_id TEXT,
	minor INTEGER,
	currency TEXT NOT NULL,
	remarks TEXT NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_visit_share PRIMARY KEY (id),
	CONSTRAINT uq_visit_share_participation_id UNIQUE (participation_id),
	CONSTRAINT fk_visit_share_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_visit_share_price_id FOREIGN KEY(price_id) REFERENCES visit_price (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE agreement_signature (
	signing_id TEXT NOT NULL,
	person_id TEXT,
	name TEXT NOT NULL,
	office TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_agreement_signature PRIMARY KEY (id),
	CONSTRAINT fk_agreement_signature_signing_id FOREIGN KEY(signing_id) REFERENCES agreement_signing (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_agreement_signature_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE bed (
	room_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	places INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_bed PRIMARY KEY (id),
	CONSTRAINT fk_bed_room_id FOREIGN KEY(room_id) REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_bed_kind_code CHECK (kind IN ('single', 'double', 'bunk', 'sofa', 'cot'))
)
 STRICT;
CREATE TABLE cash_split (
	entry_id TEXT NOT NULL,
	category_id TEXT,
	minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	text TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_cash_split PRIMARY KEY (id),
	CONSTRAINT fk_cash_split_entry_id FOREIGN KEY(entry_id) REFERENCES cash_entry (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cash_split_category_id FOREIGN KEY(category_id) REFERENCES cash_category (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE passenger (
	leg_id TEXT NOT NULL,
	participation_id TEXT NOT NULL,
	stop_id TEXT,
	seat TEXT NOT NULL,
	wheelchair INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_passenger PRIMARY KEY (id),
	CONSTRAINT fk_passenger_leg_id FOREIGN KEY(leg_id) REFERENCES transport_leg (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_passenger_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_passenger_stop_id FOREIGN KEY(stop_id) REFERENCES transport_stop (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE receipt_item (
	receipt_id TEXT NOT NULL,
	payment_id TEXT NOT NULL,
	minor INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_receipt_item PRIMARY KEY (id),
	CONSTRAINT fk_receipt_item_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_receipt_item_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE placement (
	participation_id TEXT NOT NULL,
	night TEXT NOT NULL,
	offer_id TEXT NOT NULL,
	bed_id TEXT,
	by_hand INTEGER NOT NULL,
	locked INTEGER NOT NULL,
	override_reason TEXT NOT NULL,
	moved_for TEXT,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	changed_at TEXT,
	changed_by TEXT,
	CONSTRAINT pk_placement PRIMARY KEY (id),
	CONSTRAINT uq_placement_participation_id_night UNIQUE (participation_id, night),
	CONSTRAINT fk_placement_participation_id FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_placement_offer_id FOREIGN KEY(offer_id) REFERENCES host_offer (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_placement_bed_id FOREIGN KEY(bed_id) REFERENCES bed (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_placement_moved_for_code CHECK (moved_for IN ('change', 'mend'))
)
 STRICT;
CREATE INDEX ix_household_merged_into ON household (merged_into);
CREATE INDEX ix_search_entry_key ON search_entry (kind, "key");
CREATE INDEX ix_step_order ON step ("order");
CREATE INDEX ix_territory_parent_id ON territory (parent_id);
CREATE INDEX ix_theme_parent_id ON theme (parent_id);
CREATE INDEX ix_change_row ON change (row_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE INDEX ix_directory_link_a_territory_id ON directory_link (a_territory_id);
CREATE INDEX ix_directory_link_b_territory_id ON directory_link (b_territory_id);
CREATE INDEX ix_free_days_territory_id ON free_days (territory_id);
CREATE INDEX ix_hosting_household_id ON hosting (household_id);
CREATE INDEX ix_hosting_bed_household_id ON hosting_bed (household_id);
CREATE INDEX ix_household_text_household_id ON household_text (household_id);
CREATE INDEX ix_organisation_logo_sha ON organisation (logo_sha);
CREATE INDEX ix_organisation_merged_into ON organisation (merged_into);
CREATE INDEX ix_organisation_parent_id ON organisation (parent_id);
CREATE INDEX ix_organisation_territory_id ON organisation (territory_id);
CREATE INDEX ix_own_field_text_own_field_id ON own_field_text (own_field_id);
CREATE INDEX ix_person_merged_into ON person (merged_into);
CREATE INDEX ix_person_name ON person (surname, given);
CREATE INDEX ix_person_photo_sha ON person (photo_sha);
CREATE INDEX ix_territory_name_territory_id ON territory_name (territory_id);
CREATE INDEX ix_territory_succession_after_id ON territory_succession (after_id);
CREATE INDEX ix_territory_succession_before_id ON territory_succession (before_id);
CREATE INDEX ix_theme_text_theme_id ON theme_text (theme_id);
CREATE INDEX ix_actor_fact_organisation_id ON actor_fact (organisation_id);
CREATE INDEX ix_address_household_id ON address (household_id);
CREATE INDEX ix_address_organisation_id ON address (organisation_id);
CREATE INDEX ix_address_person_id ON address (person_id);
CREATE INDEX ix_address_place ON address (town);
CREATE INDEX ix_advice_case_owner_id ON advice_case (owner_id);
CREATE INDEX ix_cash_account_owner_id ON cash_account (owner_id);
CREATE INDEX ix_cash_category_owner_id ON cash_category (owner_id);
CREATE INDEX ix_cash_year_owner_id ON cash_year (owner_id);
CREATE INDEX ix_collection_owner_id ON collection (owner_id);
CREATE INDEX ix_consent_person_id ON consent (person_id);
CREATE INDEX ix_consent_text_owner_id ON consent_text (owner_id);
CREATE INDEX ix_contact_point_household_id ON contact_point (household_id);
CREATE INDEX ix_contact_point_organisation_id ON contact_point (organisation_id);
CREATE INDEX ix_contact_point_person_id ON contact_point (person_id);
CREATE INDEX ix_contact_point_value ON contact_point (value);
CREATE INDEX ix_country_priority_owner_id ON country_priority (owner_id);
CREATE INDEX ix_emergency_contact_person_id ON emergency_contact (person_id);
CREATE INDEX ix_event_chair_id ON event (chair_id);
CREATE INDEX ix_event_keeper_id ON event (keeper_id);
CREATE INDEX ix_event_owner_id ON event (owner_id);
CREATE INDEX ix_funding_edit_owner_id ON funding_edit (owner_id);
CREATE INDEX ix_funding_scheme_owner_id ON funding_scheme (owner_id);
CREATE INDEX ix_guardian_guardian_id ON guardian (guardian_id);
CREATE INDEX ix_guardian_minor_id ON guardian (minor_id);
CREATE INDEX ix_household_member_household_id ON household_member (household_id);
CREATE INDEX ix_household_member_person_id ON household_member (person_id);
CREATE INDEX ix_kept_list_owner_id ON kept_list (owner_id);
CREATE INDEX ix_leader_check_person_id ON leader_check (person_id);
CREATE INDEX ix_letter_owner_id ON letter (owner_id);
CREATE INDEX ix_mandate_household_id ON mandate (household_id);
CREATE INDEX ix_mandate_organisation_id ON mandate (organisation_id);
CREATE INDEX ix_mandate_owner_id ON mandate (owner_id);
CREATE INDEX ix_mandate_person_id ON mandate (person_id);
CREATE INDEX ix_membership_household_id ON membership (household_id);
CREATE INDEX ix_membership_number ON membership (owner_id, number);
CREATE INDEX ix_membership_organisation_id ON membership (organisation_id);
CREATE INDEX ix_membership_owner_id ON membership (owner_id);
CREATE INDEX ix_membership_payer_household_id ON membership (payer_household_id);
CREATE INDEX ix_membership_payer_organisation_id ON membership (payer_organisation_id);
CREATE INDEX ix_membership_payer_person_id ON membership (payer_person_id);
CREATE INDEX ix_membership_person_id ON membership (person_id);
CREATE INDEX ix_membership_class_owner_id ON membership_class (owner_id);
CREATE INDEX ix_number_series_owner_id ON number_series (owner_id);
CREATE INDEX ix_office_organisation_id ON office (organisation_id);
CREATE INDEX ix_office_person_id ON office (person_id);
CREATE INDEX ix_organisation_text_organisation_id ON organisation_text (organisation_id);
CREATE INDEX ix_own_field_value_own_field_id ON own_field_value (own_field_id);
CREATE INDEX ix_own_field_value_person_id ON own_field_value (person_id);
CREATE INDEX ix_partnership_owner_id ON partnership (owner_id);
CREATE INDEX ix_partnership_parent_id ON partnership (parent_id);
CREATE INDEX ix_partnership_group_owner_id ON partnership_group (owner_id);
CREATE INDEX ix_person_language_person_id ON person_language (person_id);
CREATE INDEX ix_person_text_person_id ON person_text (person_id);
CREATE INDEX ix_project_owner_id ON project (owner_id);
CREATE INDEX ix_reference_owner_id ON reference (owner_id);
CREATE INDEX ix_setting_owner_id ON setting (owner_id);
CREATE INDEX ix_signature_picture_owner_id ON signature_picture (owner_id);
CREATE INDEX ix_signature_picture_person_id ON signature_picture (person_id);
CREATE INDEX ix_signature_picture_picture_sha ON signature_picture (picture_sha);
CREATE INDEX ix_source_key_household_id ON source_key (household_id);
CREATE INDEX ix_source_key_organisation_id ON source_key (organisation_id);
CREATE INDEX ix_source_key_person_id ON source_key (person_id);
CREATE INDEX ix_source_key_source ON source_key (source, source_id);
CREATE INDEX ix_tag_link_household_id ON tag_link (household_id);
CREATE INDEX ix_tag_link_organisation_id ON tag_link (organisation_id);
CREATE INDEX ix_tag_link_person_id ON tag_link (person_id);
CREATE INDEX ix_tag_link_tag_id ON tag_link (tag_id);
CREATE INDEX ix_text_block_owner_id ON text_block (owner_id);
CREATE INDEX ix_training_owner_id ON training (owner_id);
CREATE INDEX ix_cash_balance_account_id ON cash_balance (account_id);
CREATE INDEX ix_cash_category_text_category_id ON cash_category_text (category_id);
CREATE INDEX ix_cash_filing_account_id ON cash_filing (account_id);
CREATE INDEX ix_cash_filing_category_id ON cash_filing (category_id);
CREATE INDEX ix_cash_filing_numbered_account_id ON cash_filing (numbered_account_id);
CREATE INDEX ix_cash_filing_owner_id ON cash_filing (owner_id);
CREATE INDEX ix_cash_plan_category_id ON cash_plan (category_id);
CREATE INDEX ix_class_amount_membership_class_id ON class_amount (membership_class_id);
CREATE INDEX ix_dues_household_id ON dues (household_id);
CREATE INDEX ix_dues_membership_class_id ON dues (membership_class_id);
CREATE INDEX ix_dues_organisation_id ON dues (organisation_id);
CREATE INDEX ix_dues_owner_id ON dues (owner_id);
CREATE INDEX ix_dues_person_id ON dues (person_id);
CREATE INDEX ix_dues_year ON dues (owner_id, year);
CREATE INDEX ix_event_motion_event_id ON event_motion (event_id);
CREATE INDEX ix_event_person_event_id ON event_person (event_id);
CREATE INDEX ix_event_person_person_id ON event_person (person_id);
CREATE INDEX ix_event_person_proxy_for_id ON event_person (proxy_for_id);
CREATE INDEX ix_event_person_proxy_holder_id ON event_person (proxy_holder_id);
CREATE INDEX ix_event_text_event_id ON event_text (event_id);
CREATE INDEX ix_letter_sent_letter_id ON letter_sent (letter_id);
CREATE INDEX ix_letter_sent_person_id ON letter_sent (person_id);
CREATE INDEX ix_letter_text_letter_id ON letter_text (letter_id);
CREATE INDEX ix_membership_class_text_membership_class_id ON membership_class_text (membership_class_id);
CREATE INDEX ix_membership_period_membership_class_id ON membership_period (membership_class_id);
CREATE INDEX ix_membership_period_membership_id ON membership_period (membership_id);
CREATE INDEX ix_partnership_aim_partnership_id ON partnership_aim (partnership_id);
CREATE INDEX ix_partnership_aim_person_id ON partnership_aim (person_id);
CREATE INDEX ix_partnership_aim_theme_id ON partnership_aim (theme_id);
CREATE INDEX ix_partnership_contact_partnership_id ON partnership_contact (partnership_id);
CREATE INDEX ix_partnership_contact_person_id ON partnership_contact (person_id);
CREATE INDEX ix_partnership_exchange_partnership_id ON partnership_exchange (partnership_id);
CREATE INDEX ix_partnership_group_member_group_id ON partnership_group_member (group_id);
CREATE INDEX ix_partnership_group_member_partnership_id ON partnership_group_member (partnership_id);
CREATE INDEX ix_partnership_motive_partnership_id ON partnership_motive (partnership_id);
CREATE INDEX ix_partnership_party_organisation_id ON partnership_party (organisation_id);
CREATE INDEX ix_partnership_party_partnership_id ON partnership_party (partnership_id);
CREATE INDEX ix_partnership_party_territory_id ON partnership_party (territory_id);
CREATE INDEX ix_partnership_phase_partnership_id ON partnership_phase (partnership_id);
CREATE INDEX ix_partnership_target_group_partnership_id ON partnership_target_group (partnership_id);
CREATE INDEX ix_partnership_text_partnership_id ON partnership_text (partnership_id);
CREATE INDEX ix_project_funder_organisation_id ON project_funder (organisation_id);
CREATE INDEX ix_project_funder_project_id ON project_funder (project_id);
CREATE INDEX ix_project_partner_organisation_id ON project_partner (organisation_id);
CREATE INDEX ix_project_partner_partnership_id ON project_partner (partnership_id);
CREATE INDEX ix_project_partner_project_id ON project_partner (project_id);
CREATE INDEX ix_project_partner_territory_id ON project_partner (territory_id);
CREATE INDEX ix_project_text_project_id ON project_text (project_id);
CREATE INDEX ix_project_theme_project_id ON project_theme (project_id);
CREATE INDEX ix_project_theme_theme_id ON project_theme (theme_id);
CREATE INDEX ix_reference_theme_reference_id ON reference_theme (reference_id);
CREATE INDEX ix_reference_theme_theme_id ON reference_theme (theme_id);
CREATE INDEX ix_training_person_person_id ON training_person (person_id);
CREATE INDEX ix_training_person_training_id ON training_person (training_id);
CREATE INDEX ix_visit_model_id ON visit (model_id);
CREATE INDEX ix_visit_owner_id ON visit (owner_id);
CREATE INDEX ix_visit_partnership_id ON visit (partnership_id);
CREATE INDEX ix_visit_territory_id ON visit (territory_id);
CREATE INDEX ix_courtesy_organisation_id ON courtesy (organisation_id);
CREATE INDEX ix_courtesy_owner_id ON courtesy (owner_id);
CREATE INDEX ix_courtesy_person_id ON courtesy (person_id);
CREATE INDEX ix_courtesy_visit_id ON courtesy (visit_id);
CREATE INDEX ix_delegation_coordinator_id ON delegation (coordinator_id);
CREATE INDEX ix_delegation_organisation_id ON delegation (organisation_id);
CREATE INDEX ix_delegation_territory_id ON delegation (territory_id);
CREATE INDEX ix_delegation_visit_id ON delegation (visit_id);
CREATE INDEX ix_document_blob_sha ON document (blob_sha);
CREATE INDEX ix_document_event_id ON document (event_id);
CREATE INDEX ix_document_household_id ON document (household_id);
CREATE INDEX ix_document_organisation_id ON document (organisation_id);
CREATE INDEX ix_document_owner_id ON document (owner_id);
CREATE INDEX ix_document_partnership_id ON document (partnership_id);
CREATE INDEX ix_document_person_id ON document (person_id);
CREATE INDEX ix_document_visit_id ON document (visit_id);
CREATE INDEX ix_dues_reminder_dues_id ON dues_reminder (dues_id);
CREATE INDEX ix_feedback_event_id ON feedback (event_id);
CREATE INDEX ix_feedback_organisation_id ON feedback (organisation_id);
CREATE INDEX ix_feedback_owner_id ON feedback (owner_id);
CREATE INDEX ix_feedback_visit_id ON feedback (visit_id);
CREATE INDEX ix_goods_visit_id ON goods (visit_id);
CREATE INDEX ix_health_note_consent_id ON health_note (consent_id);
CREATE INDEX ix_health_note_person_id ON health_note (person_id);
CREATE INDEX ix_health_note_visit_id ON health_note (visit_id);
CREATE INDEX ix_hotel_room_visit_id ON hotel_room (visit_id);
CREATE INDEX ix_note_household_id ON note (household_id);
CREATE INDEX ix_note_organisation_id ON note (organisation_id);
CREATE INDEX ix_note_partnership_id ON note (partnership_id);
CREATE INDEX ix_note_person_id ON note (person_id);
CREATE INDEX ix_note_visit_id ON note (visit_id);
CREATE INDEX ix_partnership_aim_text_aim_id ON partnership_aim_text (aim_id);
CREATE INDEX ix_partnership_aim_visit_aim_id ON partnership_aim_visit (aim_id);
CREATE INDEX ix_partnership_aim_visit_visit_id ON partnership_aim_visit (visit_id);
CREATE INDEX ix_partnership_phase_text_phase_id ON partnership_phase_text (phase_id);
CREATE INDEX ix_place_draw_visit_id ON place_draw (visit_id);
CREATE INDEX ix_printed_paper_visit_id ON printed_paper (visit_id);
CREATE INDEX ix_programme_item_contact_id ON programme_item (contact_id);
CREATE INDEX ix_programme_item_venue_id ON programme_item (venue_id);
CREATE INDEX ix_programme_item_visit_id ON programme_item (visit_id);
CREATE INDEX ix_project_part_event_id ON project_part (event_id);
CREATE INDEX ix_project_part_project_id ON project_part (project_id);
CREATE INDEX ix_project_part_visit_id ON project_part (visit_id);
CREATE INDEX ix_task_assignee_id ON task (assignee_id);
CREATE INDEX ix_task_event_id ON task (event_id);
CREATE INDEX ix_task_owner_id ON task (owner_id);
CREATE INDEX ix_task_partnership_id ON task (partnership_id);
CREATE INDEX ix_task_person_id ON task (person_id);
CREATE INDEX ix_task_project_id ON task (project_id);
CREATE INDEX ix_task_visit_id ON task (visit_id);
CREATE INDEX ix_theme_link_partnership_id ON theme_link (partnership_id);
CREATE INDEX ix_theme_link_theme_id ON theme_link (theme_id);
CREATE INDEX ix_theme_link_visit_id ON theme_link (visit_id);
CREATE INDEX ix_transport_driver_id ON transport (driver_id);
CREATE INDEX ix_transport_visit_id ON transport (visit_id);
CREATE INDEX ix_travel_group_visit_id ON travel_group (visit_id);
CREATE INDEX ix_visit_bearer_household_id ON visit_bearer (household_id);
CREATE INDEX ix_visit_bearer_organisation_id ON visit_bearer (organisation_id);
CREATE INDEX ix_visit_bearer_visit_id ON visit_bearer (visit_id);
CREATE INDEX ix_visit_duty_person_id ON visit_duty (person_id);
CREATE INDEX ix_visit_duty_visit_id ON visit_duty (visit_id);
CREATE INDEX ix_visit_grant_organisation_id ON visit_grant (organisation_id);
CREATE INDEX ix_visit_grant_own_scheme_id ON visit_grant (own_scheme_id);
CREATE INDEX ix_visit_grant_visit_id ON visit_grant (visit_id);
CREATE INDEX ix_visit_target_group_visit_id ON visit_target_group (visit_id);
CREATE INDEX ix_visit_text_visit_id ON visit_text (visit_id);
CREATE INDEX ix_volunteer_hours_event_id ON volunteer_hours (event_id);
CREATE INDEX ix_volunteer_hours_owner_id ON volunteer_hours (owner_id);
CREATE INDEX ix_volunteer_hours_person_id ON volunteer_hours (person_id);
CREATE INDEX ix_volunteer_hours_visit_id ON volunteer_hours (visit_id);
CREATE INDEX ix_agreement_document_id ON agreement (document_id);
CREATE INDEX ix_agreement_partnership_id ON agreement (partnership_id);
CREATE INDEX ix_agreement_predecessor_id ON agreement (predecessor_id);
CREATE INDEX ix_budget_line_document_id ON budget_line (document_id);
CREATE INDEX ix_budget_line_visit_id ON budget_line (visit_id);
CREATE INDEX ix_cash_voucher_document_id ON cash_voucher (document_id);
CREATE INDEX ix_grant_proof_document_id ON grant_proof (document_id);
CREATE INDEX ix_grant_proof_grant_id ON grant_proof (grant_id);
CREATE INDEX ix_host_offer_delegation_id ON host_offer (delegation_id);
CREATE INDEX ix_host_offer_household_id ON host_offer (household_id);
CREATE INDEX ix_host_offer_visit_id ON host_offer (visit_id);
CREATE INDEX ix_participation_delegation_id ON participation (delegation_id);
CREATE INDEX ix_participation_person_id ON participation (person_id);
CREATE INDEX ix_participation_travel_group_id ON participation (travel_group_id);
CREATE INDEX ix_participation_visit_id ON participation (visit_id);
CREATE INDEX ix_payment_grant_id ON payment (grant_id);
CREATE INDEX ix_payment_household_id ON payment (household_id);
CREATE INDEX ix_payment_organisation_id ON payment (organisation_id);
CREATE INDEX ix_payment_owner_id ON payment (owner_id);
CREATE INDEX ix_payment_person_id ON payment (person_id);
CREATE INDEX ix_payment_visit_id ON payment (visit_id);
CREATE INDEX ix_programme_audience_delegation_id ON programme_audience (delegation_id);
CREATE INDEX ix_programme_audience_person_id ON programme_audience (person_id);
CREATE INDEX ix_programme_audience_programme_item_id ON programme_audience (programme_item_id);
CREATE INDEX ix_programme_item_text_programme_item_id ON programme_item_text (programme_item_id);
CREATE INDEX ix_publication_document_id ON publication (document_id);
CREATE INDEX ix_publication_event_id ON publication (event_id);
CREATE INDEX ix_publication_owner_id ON publication (owner_id);
CREATE INDEX ix_publication_partnership_id ON publication (partnership_id);
CREATE INDEX ix_publication_project_id ON publication (project_id);
CREATE INDEX ix_publication_visit_id ON publication (visit_id);
CREATE INDEX ix_transport_leg_transport_id ON transport_leg (transport_id);
CREATE INDEX ix_visit_price_delegation_id ON visit_price (delegation_id);
CREATE INDEX ix_visit_price_visit_id ON visit_price (visit_id);
CREATE INDEX ix_agreement_signing_agreement_id ON agreement_signing (agreement_id);
CREATE INDEX ix_agreement_signing_territory_id ON agreement_signing (territory_id);
CREATE INDEX ix_agreement_text_agreement_id ON agreement_text (agreement_id);
CREATE INDEX ix_budget_eligibility_grant_id ON budget_eligibility (grant_id);
CREATE INDEX ix_budget_eligibility_line_id ON budget_eligibility (line_id);
CREATE INDEX ix_cash_entry_account_id ON cash_entry (account_id);
CREATE INDEX ix_cash_entry_category_id ON cash_entry (category_id);
CREATE INDEX ix_cash_entry_event_id ON cash_entry (event_id);
CREATE INDEX ix_cash_entry_line_id ON cash_entry (line_id);
CREATE INDEX ix_cash_entry_on ON cash_entry (owner_id, "on");
CREATE INDEX ix_cash_entry_organisation_id ON cash_entry (organisation_id);
CREATE INDEX ix_cash_entry_owner_id ON cash_entry (owner_id);
CREATE INDEX ix_cash_entry_partnership_id ON cash_entry (partnership_id);
CREATE INDEX ix_cash_entry_person_id ON cash_entry (person_id);
CREATE INDEX ix_cash_entry_to_account_id ON cash_entry (to_account_id);
CREATE INDEX ix_cash_entry_visit_id ON cash_entry (visit_id);
CREATE INDEX ix_collection_item_collection_id ON collection_item (collection_id);
CREATE INDEX ix_collection_item_mandate_id ON collection_item (mandate_id);
CREATE INDEX ix_collection_item_payment_id ON collection_item (payment_id);
CREATE INDEX ix_draw_ticket_draw_id ON draw_ticket (draw_id);
CREATE INDEX ix_draw_ticket_participation_id ON draw_ticket (participation_id);
CREATE INDEX ix_draw_ticket_person_id ON draw_ticket (person_id);
CREATE INDEX ix_gift_payment_id ON gift (payment_id);
CREATE INDEX ix_gift_returns_id ON gift (returns_id);
CREATE INDEX ix_grant_signature_grant_id ON grant_signature (grant_id);
CREATE INDEX ix_grant_signature_participation_id ON grant_signature (participation_id);
CREATE INDEX ix_hotel_guest_participation_id ON hotel_guest (participation_id);
CREATE INDEX ix_hotel_guest_room_id ON hotel_guest (room_id);
CREATE INDEX ix_offer_night_offer_id ON offer_night (offer_id);
CREATE INDEX ix_payment_share_dues_id ON payment_share (dues_id);
CREATE INDEX ix_payment_share_payment_id ON payment_share (payment_id);
CREATE INDEX ix_presence_participation_id ON presence (participation_id);
CREATE INDEX ix_receipt_household_id ON receipt (household_id);
CREATE INDEX ix_receipt_number ON receipt (owner_id, kind, number);
CREATE INDEX ix_receipt_organisation_id ON receipt (organisation_id);
CREATE INDEX ix_receipt_owner_id ON receipt (owner_id);
CREATE INDEX ix_receipt_paper_sha ON receipt (paper_sha);
CREATE INDEX ix_receipt_payment_id ON receipt (payment_id);
CREATE INDEX ix_receipt_person_id ON receipt (person_id);
CREATE INDEX ix_room_offer_id ON room (offer_id);
CREATE INDEX ix_stay_link_offer_id ON stay_link (offer_id);
CREATE INDEX ix_stay_link_participation_id ON stay_link (participation_id);
CREATE INDEX ix_stay_link_wanted_household_id ON stay_link (wanted_household_id);
CREATE INDEX ix_stay_link_wanted_person_id ON stay_link (wanted_person_id);
CREATE INDEX ix_stay_wish_participation_id ON stay_wish (participation_id);
CREATE INDEX ix_stay_wish_share_with_id ON stay_wish (share_with_id);
CREATE INDEX ix_transport_stop_leg_id ON transport_stop (leg_id);
CREATE INDEX ix_visit_check_participation_id ON visit_check (participation_id);
CREATE INDEX ix_visit_share_participation_id ON visit_share (participation_id);
CREATE INDEX ix_visit_share_price_id ON visit_share (price_id);
CREATE INDEX ix_agreement_signature_person_id ON agreement_signature (person_id);
CREATE INDEX ix_agreement_signature_signing_id ON agreement_signature (signing_id);
CREATE INDEX ix_bed_room_id ON bed (room_id);
CREATE INDEX ix_cash_split_category_id ON cash_split (category_id);
CREATE INDEX ix_cash_split_entry_id ON cash_split (entry_id);
CREATE INDEX ix_passenger_leg_id ON passenger (leg_id);
CREATE INDEX ix_passenger_participation_id ON passenger (participation_id);
CREATE INDEX ix_passenger_stop_id ON passenger (stop_id);
CREATE INDEX ix_receipt_item_payment_id ON receipt_item (payment_id);
CREATE INDEX ix_receipt_item_receipt_id ON receipt_item (receipt_id);
CREATE INDEX ix_placement_bed_id ON placement (bed_id);
CREATE INDEX ix_placement_offer_id ON placement (offer_id);
CREATE INDEX ix_placement_participation_id ON placement (participation_id);
CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_entry', content_rowid='id', tokenize='ascii', prefix='2 3 4 5 6 7 8', detail='none', columnsize=0);
