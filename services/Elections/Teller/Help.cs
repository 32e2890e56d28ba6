namespace VpVarmland.Elections.Teller;

/// <summary>The help, written for a member of an election committee.</summary>
internal static class Help
{
    public static string In(Language language) => language == Language.Swedish ? Swedish : English;

    private const string Swedish =
        """
        Rösträknaren: räknar om ett val eller en mandatfördelning, steg för steg.

        RÄKNA RÖSTER
          count --method METOD [val] FIL.blt

          METOD är en av
            majority         fler än hälften av de giltiga rösterna (stadgarna §22);
                             ge en fil för varje omgång: omgång1.blt omgång2.blt
            choose           välj högst så många som ska väljas, flest röster vinner
            approval         välj hur många som helst, flest röster vinner
            scottish-stv     enkel överförbar röst, skotska regler
            meek-stv         enkel överförbar röst enligt Meek
            schulze          parvisa jämförelser
            ordered-stv      ordnad lista, plats för plats med skotsk STV
            schulze-ranking  ordnad lista, Schulzes proportionella rangordning

          --lots FIL    dragna lotter, en rad per lott: kandidatnummer i dragen
                        ordning, den mest gynnade först. Raden "2 5" betyder att
                        2 går före 5: 2 väljs först, 5 stryks först.
          --rules FIL   regler för en lista, JSON, till exempel
                        {"halfWomen": true, "alternate": true, "alternateFirst": "woman",
                         "halfWomenFromPlace": 2, "fixed": [4],
                         "reserved": [{"place": 3, "candidates": [1, 7]}],
                         "genders": {"1": "woman", "2": "man", "3": "other"}}
                        För majority: {"blankIsValid": true} räknar blanka som giltiga.

        FÖRDELA MANDAT
          seats [val] FIL.json

          --lots FIL    dragna lotter: partier eller valkretsar med komma emellan
          --lists FIL   partiers listor: vilka som tar plats i listans ordning
          --what-if V=80..120:5
                        partiets röster från 80 till 120 procent av filens, i steg
                        om 5: vilka listplatser som är valbara

        FÖR BÅDA
          --json        bara JSON
          --lang sv|en  språk; annars efter LANG, svenska om inget sägs

        BLT-FILEN
          5 2               fem kandidater, två platser
          -3                kandidat 3 har avsagt sig
          12 1 4 2 0        tolv valsedlar: först 1, sedan 4, sedan 2
          3 2=5 1 0         tre valsedlar: 2 och 5 lika, sedan 1
          4 0               fyra blanka
          0                 slut på valsedlarna
          "Anna" "Bo" ...   namnen, ett på varje rad, och sist valets namn
          Allt efter # är en kommentar.

        SLUTSTATUS
          0 räknat   1 oavgjort: lott eller ny omgång behövs   2 fel i indata

        Reglerna i detalj, med exempel att räkna för hand: docs/counting.md
        """;

    private const string English =
        """
        The teller: counts an election or an allocation of seats again, step by step.

        COUNT VOTES
          count --method METHOD [options] FILE.blt

          METHOD is one of
            majority         more than half of the valid votes (statutes §22);
                             give a file for each round: round1.blt round2.blt
            choose           choose at most as many as are elected, most votes win
            approval         choose as many as you like, most votes win
            scottish-stv     single transferable vote, Scottish rules
            meek-stv         single transferable vote after Meek
            schulze          pairwise comparisons
            ordered-stv      ordered list, place by place by Scottish STV
            schulze-ranking  ordered list, Schulze's proportional ranking

          --lots FILE   drawn lots, a line for each: candidate numbers in the order
                        drawn, the most favoured first. The line "2 5" means that 2
                        goes before 5: 2 is elected first, 5 is excluded first.
          --rules FILE  rules of a list, JSON, for example
                        {"halfWomen": true, "alternate": true, "alternateFirst": "woman",
                         "halfWomenFromPlace": 2, "fixed": [4],
                         "reserved": [{"place": 3, "candidates": [1, 7]}],
                         "genders": {"1": "woman", "2": "man", "3": "other"}}
                        For majority: {"blankIsValid": true} counts blanks as valid.

        SHARE OUT SEATS
          seats [options] FILE.json

          --lots FILE   drawn lots: parties or constituencies, separated by commas
          --lists FILE  parties' lists: who takes a seat in the order of the list
          --what-if V=80..120:5
                        the party's votes from 80 to 120 per cent of the file's, in
                        steps of 5: which list places are electable

        FOR BOTH
          --json        JSON only
          --lang sv|en  language; else by LANG, Swedish if nothing is said

        THE BLT FILE
          5 2               five candidates, two seats
          -3                candidate 3 has withdrawn
          12 1 4 2 0        twelve papers: first 1, then 4, then 2
          3 2=5 1 0         three papers: 2 and 5 equal, then 1
          4 0               four blank
          0                 end of the papers
          "Anna" "Bo" ...   the names, one on each line, and last the title
          Everything after # is a comment.

        EXIT STATUS
          0 counted   1 undecided: a lot or another round is needed   2 bad input

        The rules in detail, with examples to do by hand: docs/counting.md
        """;
}
