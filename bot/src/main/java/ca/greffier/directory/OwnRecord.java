package ca.greffier.directory;

import ca.greffier.command.PersonId;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * All that the house knows of a person, for that person: access and portability (P-39.1, s. 27;
 * domain.md P6, P7). {@code fourni} is what they gave; {@code derive} is what the house noted.
 */
final class OwnRecord {
  private final OwnRecordDao dao;

  OwnRecord(Jdbi jdbi) {
    this.dao = jdbi.onDemand(OwnRecordDao.class);
  }

  byte[] of(PersonId person) {
    return dao.record(person).getBytes(StandardCharsets.UTF_8);
  }

  interface OwnRecordDao {
    @SqlQuery(
        """
        SELECT jsonb_pretty(jsonb_build_object(
          'fourni', jsonb_build_object(
            'prenom', p.given_name, 'nom', p.family_name, 'courriel', p.email,
            'langue', lower(p.language), 'titre', p.title, 'organisation', o.name,
            'comptes', (SELECT coalesce(jsonb_agg(user_id), '[]') FROM discord_account
                        WHERE person = p.id),
            'absences', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                           'debut', starts, 'fin', ends, 'notee_le', noted_at,
                           'retiree_le', withdrawn_at) ORDER BY x.id), '[]')
                         FROM absence x WHERE x.person = p.id),
            'heures_de_rappel', (SELECT to_char(h.opens, 'HH24:MI') || '-' || to_char(h.closes, 'HH24:MI')
                                 FROM nudge_hours h WHERE h.person = p.id),
            'commandes', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'le', at, 'commande', command, 'donnees', given, 'porte', source)
                            ORDER BY j.id), '[]')
                          FROM journal j WHERE j.person = p.id)),
          'derive', jsonb_build_object(
            'role', lower(p.role),
            'mandats', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                          'corps', b.code, 'fonction', lower(m.function),
                          'debut', m.starts, 'fin', m.ends) ORDER BY m.starts), '[]')
                        FROM mandate m JOIN body b ON b.id = m.body WHERE m.person = p.id),
            'rencontres', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                             'objet', m.title, 'le', m.starts_at, 'reponse', lower(i.presence),
                             'presence', lower(a.standing)) ORDER BY m.starts_at), '[]')
                           FROM meeting m
                           LEFT JOIN invitation i ON i.meeting = m.id AND i.person = p.id
                           LEFT JOIN attendance a ON a.meeting = m.id AND a.person = p.id
                           WHERE i.person IS NOT NULL OR a.person IS NOT NULL),
            'allees_et_venues', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                   'le', c.at, 'presence', lower(c.standing)) ORDER BY c.id), '[]')
                                 FROM attendance_change c WHERE c.person = p.id),
            'propositions', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                               'numero', d.number, 'texte', d.text,
                               'role', CASE WHEN d.mover = p.id THEN 'propose' ELSE 'appuie' END)
                               ORDER BY d.id), '[]')
                             FROM decision d WHERE p.id IN (d.mover, d.seconder)),
            'actions', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                          'numero', t.number, 'texte', t.text, 'echeance', t.due,
                          'faite_le', t.done_at) ORDER BY t.id), '[]')
                        FROM action_item t WHERE t.responsible = p.id),
            'signatures', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                             'le', s.at, 'fonction', lower(s.function)) ORDER BY s.at), '[]')
                           FROM signature s WHERE s.person = p.id),
            'envois', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                         'le', coalesce(settled_at, created_at), 'etat', state, 'cle', once_key)
                         ORDER BY x.id), '[]')
                       FROM parcel x WHERE x.addressee = p.email))))
        FROM person p LEFT JOIN organisation o ON o.id = p.organisation
        WHERE p.id = :person
        """)
    String record(PersonId person);
  }
}
