CREATE TABLE "erasures" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"anonymous_id" uuid,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);
