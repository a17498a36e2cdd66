"""Lists that forgive: columns remembered, decisions, reports and undo; flags of young people."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _remembered_columns()
    _clinic_list()
    _young_person()
    _appointment()


def _remembered_columns() -> None:
    op.create_table(
        "remembered_columns",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("shape_key", sa.LargeBinary(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("said_by", sa.String(length=80), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_columns")),
        sa.UniqueConstraint("organisation_code", "shape_key", name=op.f("uq_remembered_columns_organisation_code_shape_key")),
    )


def _clinic_list() -> None:
    with op.batch_alter_table("clinic_list") as table:
        table.drop_constraint(op.f("ck_clinic_list_saved_pair"), type_="check")
        table.drop_constraint(op.f("ck_clinic_list_state_known"), type_="check")
        table.add_column(sa.Column("saved_by", sa.String(length=80), nullable=True))
        table.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("undone_by", sa.String(length=80), nullable=True))
        table.add_column(sa.Column("columns", sa.JSON(), nullable=True))
        table.add_column(sa.Column("decisions", sa.JSON(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("report_sealed", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("before", sa.LargeBinary(), nullable=True))
        table.create_check_constraint(op.f("ck_clinic_list_state_known"), "state IN ('previewed', 'saved', 'undone')")
        table.create_check_constraint(op.f("ck_clinic_list_saved_pair"), "(state = 'previewed') = (saved_at IS NULL)")
        table.create_check_constraint(op.f("ck_clinic_list_undone_pair"), "(state = 'undone') = (undone_at IS NOT NULL)")
    with op.batch_alter_table("clinic_list") as table:
        table.alter_column("decisions", server_default=None)
    op.create_index("ix_clinic_list_content", "clinic_list", ["organisation_code", "content_key", "saved_at"])
    op.create_index("ix_clinic_list_saved", "clinic_list", ["organisation_code", "saved_at"])


def _young_person() -> None:
    with op.batch_alter_table("young_person") as table:
        table.add_column(sa.Column("not_texted", sa.String(length=20), nullable=True))
        table.add_column(sa.Column("interpreter", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("ethnicity_sealed", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("postcode_area_sealed", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("deprivation_decile", sa.Integer(), nullable=True))
        table.create_check_constraint(op.f("ck_young_person_not_texted_known"), "not_texted IN ('deceased', 'do_not_text')")
        table.create_check_constraint(op.f("ck_young_person_decile_of_ten"), "deprivation_decile BETWEEN 1 AND 10")
    with op.batch_alter_table("young_person") as table:
        table.alter_column("interpreter", server_default=None)
    op.drop_index("ix_young_person_mobile_key", "young_person")
    op.create_index("ix_young_person_mobile", "young_person", ["mobile_key", "organisation_code"])


def _appointment() -> None:
    with op.batch_alter_table("appointment") as table:
        table.drop_constraint(op.f("uq_appointment_clinic_id_young_person_id_starts_at"), type_="unique")
        table.add_column(sa.Column("visit_kind", sa.String(length=10), nullable=False, server_default="in_person"))
        table.create_check_constraint(op.f("ck_appointment_visit_kind_known"), "visit_kind IN ('in_person', 'telephone', 'video')")
    with op.batch_alter_table("appointment") as table:
        table.alter_column("visit_kind", server_default=None)
    op.create_index("uq_appointment_time", "appointment", ["clinic_id", "young_person_id", "starts_at"], unique=True, sqlite_where=sa.text("status <> 'cancelled'"), postgresql_where=sa.text("status <> 'cancelled'"))
    op.create_index("ix_appointment_clinic_list_id", "appointment", ["clinic_list_id"])
