-- Room: meeting. Somebody invited besides the members: told and answered like them, but not counted for the quorum.
ALTER TABLE invitation ADD guest boolean NOT NULL DEFAULT false;
