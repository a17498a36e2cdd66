"""Signs of being near a height, a train or the road, to die (pure): phrases as data."""

from app.safeguarding.rules import Rule

HEIGHTS = (
    Rule(
        "jumping or a train",
        "suicide",
        1,
        """
        jump|jumping|jumped|throw|throwing|walk|step|run|stepping ~3 in_front_of|
            infront_of ~1 TRAFFIC
        throw|throwing MYSELF off|under|in|into|out|from|down|over
        jump|jumping|jumped ~1 off|from|out_of|into|over ~3 HIGHPLACE
        GO jump !on|rope|higher|in_the|into_it|ship|out_of_bed|up|for|over
        under a|the train|bus|lorry|car
        train|rail|railway tracks|track|line ~3 thinking|jump|jumping|lie|stand|lay|want
        crash|crashing|drive|driving ~3 car|bike ~3 into|off ~2 tree|wall|bridge|cliff|river|lake
        crash my car|bike|truck on_purpose
        hope|wish|want ~3 car|bus|lorry|train ~2 hits|hit|kills|would_hit me
        hit by a|the TRAFFIC
        standing|stood|sitting|sat|stand|sit|am on|at ~4 BRIDGE
        on the edge|ledge of the|a roof|bridge|cliff|building|platform
        on the ledge
        jump out the|my|a window
        jumping off !the_bus|the_wall_bars|the_diving
        BRIDGE ~4 thinking|think|thought ~1 about|of ~1 it|jumping|jump|ending|dying
        step|stepping|walk|walking|run|running|wander* ~3 out|into|onto ~3 road|traffic|motorway|
            tracks
        GO ~2 jump|jumping off|from|infront|under
        GO ~1 go ~1 jump off|in_front
        yeet|launch|fling|chuck|lob|hurl MYSELF
        on|at the|a BRIDGE now|rn|right_now|alone|again
        cliffs|cliff|bridge|station|roof|car_park|tracks & jump|jumping|jumped !park_and
        think*|thought|thoughts|dream*|imagin* ~2 driving|crashing|walking|stepping|swerving|
            falling ~3 into|in_front|off|under|out
        trains|train|tracks|bridge|pills|knife|rope|blade & think|thinking about it
        MYSELF to the|a BRIDGE
        easy|quick|easiest|quickest way ~1 to go|die|do_it|end
        easy|easiest|quickest|only way out
        looking|looked|look|staring at|over|off ~2 bridges|bridge|tracks|train_tracks|cliffs|
            roofs|ledge
        going|go|went|walk|walking|drive|driving ~2 to ~1 the|a ~1 BRIDGE
        """,
    ),
)
